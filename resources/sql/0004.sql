-- Under which version of the definition of scores and places a proposal was made and proved. NULL is
-- a proposal from before this was kept, also one that undo or redo brings back from then: what its
-- proof looks like says which it was.

ALTER TABLE proposal ADD COLUMN definition INTEGER CHECK (definition >= 1);
