// SPDX-License-Identifier: GPL-3.0-or-later
// write.js TABLE.json FOLDER: the same sheet by exceljs and by SheetJS (xlsx), in each of the ways
// in which they store it.
'use strict';
const fs = require('fs');
const path = require('path');
const ExcelJS = require('exceljs');
const SheetJS = require('xlsx');

const table = JSON.parse(fs.readFileSync(process.argv[2], 'utf8'));
const folder = process.argv[3];

function valueOf(cell) {
  switch (cell.kind) {
    case 'number': return cell.percent ? cell.value / 100 : cell.value;
    case 'date': return new Date(cell.value + 'T00:00:00Z');
    case 'truth': return cell.value;
    default: return cell.value;
  }
}

function formatOf(cell) {
  if (cell.kind === 'date') return 'yyyy-mm-dd';
  return cell.percent ? '0.0%' : undefined;
}

function fillExcelJS(sheet, commit) {
  table.rows.forEach((cells, r) => {
    const row = sheet.getRow(r + 1);
    cells.forEach((cell, c) => {
      if (cell.value === '') return;
      row.getCell(c + 1).value = valueOf(cell);
      if (formatOf(cell)) row.getCell(c + 1).numFmt = formatOf(cell);
    });
    if (table.hidden_rows.includes(r + 1)) row.hidden = true;
    if (commit) row.commit();
  });
}

async function writeExcelJS() {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Secret', { state: 'hidden' }).getCell('A1').value = 'not this one';
  fillExcelJS(book.addWorksheet('People'), false);
  await book.xlsx.writeFile(path.join(folder, 'exceljs.xlsx'));
  const stream = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: path.join(folder, 'exceljs-stream.xlsx'), useStyles: true, useSharedStrings: false });
  const sheet = stream.addWorksheet('People');
  fillExcelJS(sheet, true);
  sheet.commit();
  await stream.commit();
}

function writeSheetJS(name, options) {
  const sheet = {};
  table.rows.forEach((cells, r) => cells.forEach((cell, c) => {
    if (cell.value === '') return;
    const types = { number: 'n', date: options.cellDates ? 'd' : 'n', truth: 'b', text: 's' };
    const value = { t: types[cell.kind], v: valueOf(cell) };
    if (cell.kind === 'date' && !options.cellDates)
      value.v = valueOf(cell).getTime() / 86400000 + 25569;
    if (formatOf(cell)) value.z = formatOf(cell);
    sheet[SheetJS.utils.encode_cell({ r, c })] = value;
  }));
  sheet['!ref'] = SheetJS.utils.encode_range({ s: { r: 0, c: 0 }, e: {
    r: table.rows.length - 1, c: table.rows[0].length - 1 } });
  sheet['!rows'] = table.rows.map((_, r) => ({ hidden: table.hidden_rows.includes(r + 1) }));
  const book = SheetJS.utils.book_new();
  SheetJS.utils.book_append_sheet(book, sheet, 'People');
  SheetJS.writeFile(book, path.join(folder, name), options);
}

writeExcelJS().then(() => {
  writeSheetJS('sheetjs.xlsx', { bookSST: false });
  writeSheetJS('sheetjs-shared.xlsx', { bookSST: true });
  writeSheetJS('sheetjs-iso.xlsx', { cellDates: true });
  writeSheetJS('sheetjs.ods', { bookType: 'ods', cellDates: true });
});
