# SPDX-License-Identifier: GPL-3.0-or-later
"""A small client of the accessibility bus, enough to find widgets and to use them.

Why not the usual bindings: they ask for children by number, one after the other, and GTK 4
stumbles where a window has gone between two questions. Here all children come in one answer, and
what is asked about them is asked at once."""
from gi.repository import Gio, GLib

REGISTRY = 'org.a11y.atspi.Registry'
ROOT = '/org/a11y/atspi/accessible/root'
ACCESSIBLE = 'org.a11y.atspi.Accessible'
PROPERTIES = 'org.freedesktop.DBus.Properties'
WINDOW_COORDINATES = 1
TIMEOUT_MS = 60000

# Numbers of the AT-SPI protocol.
FOCUSED = 12
SELECTED = 23
SENSITIVE = 24
SHOWING = 25
VISIBLE = 30

# Versions of GTK have other names for them, and other numbers for some.
ROLES = {
    2: 'alert', 7: 'check box', 8: 'check menu item', 11: 'combo box', 16: 'dialog', 20: 'filler',
    23: 'frame', 27: 'image', 29: 'label', 31: 'list', 32: 'list item', 33: 'menu',
    35: 'menu item', 37: 'page tab', 38: 'page tab list', 39: 'panel', 42: 'progress bar',
    43: 'button', 44: 'radio button', 45: 'radio menu item', 48: 'scroll bar', 49: 'scroll pane',
    50: 'separator', 51: 'slider', 52: 'spin button', 54: 'status bar', 55: 'table',
    56: 'table cell', 57: 'column header', 10: 'column header', 61: 'text', 62: 'toggle button',
    66: 'table', 69: 'frame', 75: 'application', 79: 'entry', 88: 'link', 90: 'table row',
    98: 'list', 99: 'panel', 116: 'label',
}
MOST = 2 ** 31 - 1
WITH_TEXT = ('label', 'text', 'entry', 'spin button', 'password text')


class Gone(Exception):
    """The widget is not there any more."""


class Bus:
    """The accessibility bus of this session."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress',
                                    None, None, Gio.DBusCallFlags.NONE, TIMEOUT_MS, None)
        self.connection = Gio.DBusConnection.new_for_address_sync(
            address.unpack()[0], Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self._focused = {}  # by owner: looking for it would take long
        self.connection.signal_subscribe(None, 'org.a11y.atspi.Event.Object', 'StateChanged', None,
                                         'focused', Gio.DBusSignalFlags.NONE, self._state_changed)
        try:  # newer versions tell only those who have asked
            self.call(REGISTRY, '/org/a11y/atspi/registry', REGISTRY, 'RegisterEvent',
                      'object:state-changed:focused', [], '', signature='(sass)')
        except Gone:
            pass

    def _state_changed(self, _connection, owner, path, _interface, _signal, arguments):
        if arguments.unpack()[1] == 1:
            self._focused[owner] = Node(self, owner, path)
        elif self._focused.get(owner) == Node(self, owner, path):
            del self._focused[owner]

    def focused(self, owner):
        """Who has the focus in a program, or None."""
        while GLib.MainContext.default().iteration(False):
            pass
        return self._focused.get(owner)

    def call(self, owner, path, interface, method, *arguments, signature='()'):
        try:
            answer = self.connection.call_sync(
                owner, path, interface, method, GLib.Variant(signature, arguments), None,
                Gio.DBusCallFlags.NO_AUTO_START if owner.startswith(':') else 0, TIMEOUT_MS, None)
        except GLib.Error as error:
            raise Gone(error.message) from None
        return answer.unpack()

    def call_all(self, calls):
        """Makes several calls at once; None where one failed."""
        answers = [None] * len(calls)
        waiting = len(calls)

        def answered(connection, result, index):
            nonlocal waiting
            waiting -= 1
            try:
                answers[index] = connection.call_finish(result).unpack()
            except GLib.Error:
                pass
        for index, (owner, path, interface, method, arguments) in enumerate(calls):
            self.connection.call(owner, path, interface, method, arguments, None,
                                 Gio.DBusCallFlags.NONE, TIMEOUT_MS, None, answered, index)
        while waiting > 0:
            GLib.MainContext.default().iteration(True)
        return answers

    def find_application(self, process):
        """The program with this process number, or None."""
        for owner, path in self.call(REGISTRY, ROOT, ACCESSIBLE, 'GetChildren')[0]:
            number = self.call('org.freedesktop.DBus', '/org/freedesktop/DBus',
                               'org.freedesktop.DBus', 'GetConnectionUnixProcessID', owner,
                               signature='(s)')[0]
            if number == process:
                return Node(self, owner, path)
        return None


class Node:
    """A widget, as others see it."""

    def __init__(self, bus, owner, path):
        self.bus = bus
        self.owner = owner
        self.path = path
        self._role = None
        self.seen_name = None  # when it was last looked at
        self.seen_states = 0

    def _ask(self, interface, method, *arguments, signature='()'):
        return self.bus.call(self.owner, self.path, interface, method, *arguments,
                             signature=signature)

    def _get(self, name, interface=ACCESSIBLE):
        return self._ask(PROPERTIES, 'Get', interface, name, signature='(ss)')[0]

    def __eq__(self, other):
        return isinstance(other, Node) and (self.owner, self.path) == (other.owner, other.path)

    def __hash__(self):
        return hash((self.owner, self.path))

    def children(self):
        """All of them, with what can be seen of each."""
        nodes = [Node(self.bus, *reference)
                 for reference in self._ask(ACCESSIBLE, 'GetChildren')[0]]
        name = GLib.Variant('(ss)', (ACCESSIBLE, 'Name'))
        answers = self.bus.call_all([
            (node.owner, node.path, *call) for node in nodes for call in (
                (ACCESSIBLE, 'GetRole', None),
                (ACCESSIBLE, 'GetState', None),
                (PROPERTIES, 'Get', name))])
        found = []
        for i, node in enumerate(nodes):
            role, states, text = answers[3 * i:3 * i + 3]
            if role is None or states is None or text is None:
                continue  # it went while it was looked at
            node._role = ROLES.get(role[0], str(role[0]))
            node.seen_states = states[0][0] | states[0][1] << 32
            node.seen_name = text[0]
            found.append(node)
        return found

    def count(self):
        return self._get('ChildCount')

    def child(self, index):
        return Node(self.bus, *self._ask(ACCESSIBLE, 'GetChildAtIndex', index, signature='(i)')[0])

    def parent(self):
        return Node(self.bus, *self._get('Parent'))

    @property
    def role(self):
        if self._role is None:
            role = self._ask(ACCESSIBLE, 'GetRole')[0]
            self._role = ROLES.get(role, str(role))
        return self._role

    @property
    def raw_name(self):
        return self._get('Name')

    @property
    def name(self):
        return plain_name(self.raw_name)

    @property
    def description(self):
        return self._get('Description')

    def toolkit_version(self):
        return self._get('Version', 'org.a11y.atspi.Application')

    def has(self, state):
        low, high = self._ask(ACCESSIBLE, 'GetState')[0]
        return bool((low | high << 32) >> state & 1)

    def had(self, state):
        return bool(self.seen_states >> state & 1)

    @property
    def text(self):
        """What stands in an entry or a label; None where there is no text."""
        if self.role not in WITH_TEXT:
            return None
        try:
            # As far as it goes: asked how long it is first, it may have changed by then.
            return self._ask('org.a11y.atspi.Text', 'GetText', 0, MOST, signature='(ii)')[0]
        except Gone:
            return None

    @text.setter
    def text(self, text):
        self._ask('org.a11y.atspi.EditableText', 'SetTextContents', text, signature='(s)')

    def press(self):
        actions = self._ask('org.a11y.atspi.Action', 'GetActions')[0]
        names = [action[0] for action in actions]
        self._ask('org.a11y.atspi.Action', 'DoAction',
                  names.index('click') if 'click' in names else 0, signature='(i)')

    def box(self):
        """x, y, width and height, in its window."""
        return self._ask('org.a11y.atspi.Component', 'GetExtents', WINDOW_COORDINATES,
                         signature='(u)')[0]


def plain_name(name):
    """GTK 4.8 gives a button the text of its label twice, once with the underscore."""
    name = name.replace('_', '')
    first, second = name[:len(name) // 2], name[len(name) // 2 + 1:]
    return first if first == second else name
