import Catalogues
import Feeds
import Glibc
import Reports

extension Doctor {
    /// Whether a source's feed is there, is understood, has what matching needs, and is not too old.
    func source(_ source: SourceSettings) -> [Check] {
        let place = workspace.place(of: source)
        do {
            guard case .remote(let address) = place else {
                guard let file = try place.newest() else { return [] }
                return read(file.path, source) + age(file.modified, source)
            }
            let password = try source.credentials.password(in: workspace.folder, of: source.name)
            var checks: [Check] = []
            if password != nil, address.hasPrefix("http:") || address.hasPrefix("ftp:") {
                checks.append(
                    Check(
                        mark: .advice, subject: source.name, text: DoctorTexts.inTheClear,
                        remedy: DoctorTexts.askForTLS))
            }
            guard let reach else {
                return checks + [
                    Check(mark: .advice, subject: source.name, text: DoctorTexts.notTried(place.shown), remedy: nil)
                ]
            }
            let reached = try reach(source, password).get()
            checks.append(good(source.name, DoctorTexts.answer(place.shown, reached.answer)))
            if let feed = reached.feed { checks += try read(feed, source, from: place.shown) }
            if let modified = reached.modified { checks += age(modified, source) }
            return checks
        } catch {
            return [told(source.name, error)]
        }
    }

    /// Looks at what a server sent, as a file that is gone afterwards.
    private func read(_ feed: [UInt8], _ source: SourceSettings, from address: String) throws -> [Check] {
        var template = Array("/tmp/specsync-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        let path = template.withUnsafeBufferPointer { String(cString: $0.baseAddress!) }
        defer { unlink(path) }
        let isWritten = descriptor >= 0 && feed.withUnsafeBytes { writeAll($0, to: descriptor) }
        if descriptor >= 0 { close(descriptor) }
        guard isWritten else {
            throw RunError("\(path): error: cannot be written: \(String(cString: strerror(errno)))\n  Free the disk.")
        }
        return read(path, source, name: String(address.split(separator: "/").last ?? ""))
    }

    /// - Parameter name: how the file is called where it is none that a person could open.
    private func read(_ path: String, _ source: SourceSettings, name: String? = nil) -> [Check] {
        var options = workspace.options(for: source)
        options.name = name
        let catalogue: Catalogue
        let understanding: FeedUnderstanding
        do throws(FeedError) {
            (catalogue, understanding) = try Feed.inWorkspace(path, options)
        } catch {
            return [told(source.name, error)]
        }
        let facts = DoctorTexts.facts(name ?? path, understanding, catalogue.styleCount, catalogue.variantCount)
        var checks = [good(source.name, facts)]
        let missing = missing(in: catalogue, source.leg)
        if !missing.isEmpty {
            checks.append(
                Check(
                    mark: .advice, subject: source.name, text: DoctorTexts.missing(missing),
                    remedy: name == nil ? DoctorTexts.inspect(path, source.leg) : nil))
        }
        if source.isComplete, !catalogue.source.isComplete {
            checks.append(
                Check(
                    mark: .advice, subject: source.name, text: DoctorTexts.isPartial,
                    remedy: DoctorTexts.writePartial))
        }
        let oddities = catalogue.diagnostics.counts.values.reduce(0, +)
        if oddities > 0 {
            checks.append(
                Check(
                    mark: .advice, subject: source.name, text: DoctorTexts.oddities(oddities),
                    remedy: name == nil ? DoctorTexts.inspect(path, source.leg) : nil))
        }
        return checks
    }

    /// What a source does not say although matching or comparing needs it.
    private func missing(in catalogue: Catalogue, _ leg: Source.Leg) -> [Bilingual] {
        let fields = catalogue.fields
        var missing: [Bilingual] = []
        if fields.isDisjoint(with: [.sku, .supplierCode, .barcode]) { missing.append(DoctorTexts.codes) }
        if catalogue.axisCount == 0, !fields.contains(.spec) { missing.append(DoctorTexts.options) }
        if !fields.contains(.title) { missing.append(DoctorTexts.titles) }
        if leg == .orders { return missing }
        if fields.isDisjoint(with: [.stock, .availability]) { missing.append(DoctorTexts.stock) }
        if fields.isDisjoint(with: [.price, .cost]) { missing.append(DoctorTexts.price) }
        return missing
    }

    private func age(_ modified: Moment, _ source: SourceSettings) -> [Check] {
        guard let arrival = source.arrival, arrival.isLate(modified, now: now), let due = arrival.lastDue(upTo: now)
        else { return [] }
        return [
            Check(
                mark: .advice, subject: source.name, text: DoctorTexts.late(modified, due),
                remedy: DoctorTexts.askForFile)
        ]
    }
}
