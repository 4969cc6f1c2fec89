package import Catalogues

/// Where readers that meet a variant piece by piece (XML, packed cells) put it together: `begin`, `set`, `commit`.
///
/// Two records may be prepared one after the other, never at once. The bytes given to `set` are copied, so they need to
/// live no longer than the call; those that are `lent` are not.
package struct RecordSink: ~Copyable {
    package var builder: CatalogueBuilder
    private var batch: RecordBatch
    private var texts = TextRoom()
    private var isOpen = false

    package init(builder: consuming CatalogueBuilder) {
        self.builder = builder
        batch = RecordBatch(fields: [])
    }

    /// Starts a record that stands on `line` (from 1). One that was begun and not committed is forgotten.
    package mutating func begin(line: Int) {
        if batch.isFull || texts.isFilling { handOn() }
        batch.clear(row: batch.count)
        batch.lines[batch.count] = UInt32(clamping: line)
        isOpen = true
    }

    /// Sets a field of the open record, in place of what it had.
    package mutating func set(_ field: Field, _ text: Bytes) {
        if !batch.has(field) { batch.declare(field) }
        batch.column(field)[batch.count] = texts.keep(text)
    }

    /// Sets a field of the open record to bytes that stay where they are until `handOn`, or until the sink is finished.
    package mutating func set(_ field: Field, lent text: Bytes) {
        if !batch.has(field) { batch.declare(field) }
        batch.column(field)[batch.count] = text
    }

    package mutating func set(_ field: Field, _ text: String) {
        var text = text
        text.withUTF8 { bytes in
            if let base = bytes.baseAddress {
                set(field, Bytes(base: base, count: bytes.count))
            } else {
                set(field, .none)
            }
        }
    }

    /// Says on which line the open record's style starts.
    package func setStyleLine(_ line: Int) { batch.styleLines[batch.count] = UInt32(clamping: line) }

    /// Notes a style of which the source names no variant.
    package mutating func addStyle(code: Bytes, title: Bytes, line: Int) {
        handOn()
        builder.addStyle(code: code, title: title, line: UInt32(clamping: line))
    }

    /// What the open record has for a field so far; valid until the record is committed.
    package func value(_ field: Field) -> Bytes { batch.column(field)[batch.count] }

    /// Says that the source has a field, even if no record has it.
    package mutating func declare(_ field: Field) { batch.declare(field) }

    /// Ends the open record and hands it on.
    package mutating func commit() {
        precondition(isOpen, "commit without begin")
        isOpen = false
        batch.count += 1
    }

    /// Hands on the records that were committed; what was lent for them is no longer needed. None may be open.
    package mutating func handOn() {
        builder.take(&batch)
        texts.removeAll()
    }

    /// Hands on what is left, and makes the catalogue.
    package consuming func finish() -> Catalogue {
        handOn()
        return builder.finish()
    }
}
