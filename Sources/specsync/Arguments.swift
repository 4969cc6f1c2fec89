public import ArgumentParser
public import Catalogues
package import Feeds
public import Reconciliation
public import Reports

// What values look like on the command line.

/// `platform=FILE` or `orders=FILE`.
struct LegArgument: ExpressibleByArgument {
    var leg: Source.Leg
    var path: String

    init?(argument: String) {
        guard let sign = argument.firstIndex(of: "="), let leg = Source.Leg(rawValue: String(argument[..<sign])),
            leg == .platform || leg == .orders
        else { return nil }
        self.leg = leg
        path = String(argument[argument.index(after: sign)...])
    }
}

extension Source.Leg: ExpressibleByArgument {}

extension Language: ExpressibleByArgument {}

extension PriceRule: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
}

extension TextEncoding: ExpressibleByArgument {
    package init?(argument: String) { self.init(named: argument) }
}
