/// A Google feed made for a test: styles of colours × sizes, each row with an id, a group, its own title, a barcode and
/// a price.
struct DraftFeed {
    struct Item {
        var id: String
        var group: String
        var title: String
        var colour: String
        var size: String
        var barcode: String
        var price: String
    }

    var items: [Item]

    init(styles: Int) {
        items = []
        for style in 0..<styles {
            for colour in ["Black", "White", "Navy", "Red"] {
                for size in ["S", "M", "L", "XL"] {
                    items.append(
                        Item(
                            id: "v\(style)-\(colour.lowercased())-\(size.lowercased())", group: "g\(style)",
                            title: "\(Self.names[style % Self.names.count]) no. \(style) - \(colour) - \(size)",
                            colour: colour, size: size, barcode: Self.gtin(690_000_000_000 + items.count),
                            price: "\(20 + style).00 EUR"))
                }
            }
        }
    }

    private static let names = ["Linen shirt", "Rain jacket", "Wool scarf", "Denim skirt", "Running shorts"]

    /// A number of twelve digits with its check digit.
    private static func gtin(_ number: Int) -> String {
        let digits = String(number).utf8.map { Int($0) - 48 }
        let sum = digits.enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 1 : 3) }
        return "\(number)\((10 - sum % 10) % 10)"
    }

    func index(_ id: String) -> Int { items.firstIndex { $0.id == id }! }

    var xml: String {
        let rows = items.map { item in
            """
            <item>
              <g:id>\(item.id)</g:id><g:item_group_id>\(item.group)</g:item_group_id>
              <g:title><![CDATA[\(item.title)]]></g:title>
              <g:price>\(item.price)</g:price><g:availability>in stock</g:availability>
              <g:color>\(item.colour)</g:color><g:size>\(item.size)</g:size><g:gtin>\(item.barcode)</g:gtin>
              <g:image_link>https://example.com/\(item.id).jpg</g:image_link>
            </item>

            """
        }
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel><title>Shop</title>
            \(rows.joined())</channel></rss>

            """
    }
}
