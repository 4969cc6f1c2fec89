package import Catalogues
package import Feeds
package import Reconciliation
package import Reports

/// What a shop's folder says of its sources, rules and recipients: `specsync.yaml`, as it is used.
package struct Workspace: Sendable {
    /// The folder that holds `specsync.yaml`; all paths in it count from there.
    package var folder: String
    /// The shop's name, as reports show it.
    package var shop = ""
    package var language = Language.en
    /// In the file's order; exactly one is the shop, at least one a supplier.
    package var sources: [SourceSettings] = []
    package var priceRule: PriceRule?
    /// Tell what the supplier has no more of than this; nil = do not.
    package var lowStock: Int?
    /// The least severity that makes the exit code 1.
    package var failOn = MismatchCode.Severity.minor
    /// Files of own words.
    package var lexicons: [String] = []
    /// What people decided.
    package var decisions = "decisions.csv"
    package var mail: MailSettings?
    /// How many runs' folders stay in `reports/`; 0 = all.
    package var keptReports = 60

    package init(folder: String) { self.folder = folder }
}

extension Workspace {
    /// A path of the workspace as it counts from where the program runs.
    package func path(_ path: String) -> String {
        if path.hasPrefix("/") || folder.isEmpty || folder == "." { return path }
        return folder.hasSuffix("/") ? folder + path : folder + "/" + path
    }

    /// Where a source's feed comes from.
    package func place(of source: SourceSettings) -> FeedPlace {
        switch FeedPlace(source.feed) {
        case .remote(let address): .remote(address)
        case .file(let path): .file(self.path(path))
        case .pattern(let path): .pattern(self.path(path))
        }
    }

    /// How a source's file is to be read.
    package func options(for source: SourceSettings) -> FeedOptions {
        var options = FeedOptions(leg: source.leg)
        options.profile = source.profile.map { Profile.builtInNames.contains($0) ? $0 : path($0) }
        options.encoding = source.encoding.flatMap(TextEncoding.init(named:))
        options.isPartial = !source.isComplete
        return options
    }
}

/// One source of the shop.
package struct SourceSettings: Sendable {
    /// 名称: unique in the workspace.
    package var name: String
    package var leg: Source.Leg
    /// A path, a pattern with `*` (the newest file counts), or an http(s), ftp(s) or sftp address.
    package var feed: String
    package var credentials = Credentials()
    /// A built-in profile's name or a file; nil = recognised from the file.
    package var profile: String?
    package var encoding: String?
    package var isComplete = true
    /// The hour and minute by which a new file is expected, and on which weekdays (1 = Monday … 7); nil = no promise.
    package var arrival: Arrival?
    package var contact = Contact()
    package var cooperation = ""
    /// 系统/规则调整: what somebody noted, with its date if it has one.
    package var notes: [(at: Moment?, text: String)] = []
    package var guards = GuardSettings()

    package init(name: String, leg: Source.Leg, feed: String) {
        self.name = name
        self.leg = leg
        self.feed = feed
    }

    package struct Arrival: Sendable {
        /// Seconds after midnight.
        package var by: Int64
        package var weekdays: Set<Int>

        package init(by: Int64, weekdays: Set<Int> = [1, 2, 3, 4, 5, 6, 7]) {
            self.by = by
            self.weekdays = weekdays
        }
    }

    package struct Contact: Sendable {
        package var name = ""
        package var wechat = ""
        package var email = ""
        package var phone = ""
        /// The language of messages to them; nil = the workspace's.
        package var language: Language?

        package init() {}
    }
}

/// A user's name and where the password comes from: never the password itself.
package struct Credentials: Hashable, Sendable {
    package var user: String?
    /// The name of an environment variable.
    package var passwordVariable: String?
    /// A file that only its owner may read (mode 0600); its first line is the password.
    package var passwordFile: String?

    package init() {}
}

/// When a source is held back; all in per cent.
package struct GuardSettings: Hashable, Sendable {
    /// A complete feed that holds less than this of the variants before is held, and less than `refuse` is refused.
    package var hold = 80
    package var refuse = 20
    /// More changed stock figures, more variants gone out of stock, more prices that moved by more than `priceStep`.
    package var stock = 50
    package var soldOut = 25
    package var prices = 20
    package var priceStep = 20
    /// More variants with old words under new codes.
    package var newCodes = 20
    /// Fewer variants than this and percentages say nothing: only coverage is looked at.
    package var minimum = 20

    package init() {}
}

/// How mail leaves, and to whom it goes.
package struct MailSettings: Sendable {
    package enum Security: String, CaseIterable, Sendable { case starttls, tls, none }

    package var host: String
    package var port: Int
    package var security = Security.starttls
    package var credentials = Credentials()
    /// `SpecSync <specsync@example.com>`
    package var from: String
    package var operators: [String]
    /// Also mail the supplier's questions to the contact's address.
    package var toSuppliers = false
    /// No mail where nothing is new or resolved.
    package var isQuiet = true
    /// A file of further certificates to trust, in PEM; nil = the system's only.
    package var certificates: String?

    package init(host: String, port: Int, from: String, operators: [String]) {
        self.host = host
        self.port = port
        self.from = from
        self.operators = operators
    }
}
