import Catalogues
import Feeds
import Glibc
import Reports

extension Doctor {
    /// Whether a source's feed is there, is understood, has what matching needs, and is not too old.
    func source(_ source: SourceSettings) -> [Check] {
        let place = workspace.place(of: source)
        do {
            let password = try source.credentials.password(in: workspace.folder, of: source.name)
            guard case .remote(let address) = place else {
                guard let file = try place.newest() else { return [] }
                return read(file.path, source, from: file.path) + age(file.modified, source)
            }
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
            checks.append(good(source.name, DoctorTexts.same("\(place.shown): \(reached.answer)")))
            if let file = reached.file { checks += read(file, source, from: place.shown) }
            if let modified = reached.modified { checks += age(modified, source) }
            return checks
        } catch {
            return [told(source.name, error)]
        }
    }

    /// - Parameter shown: how the file is called.
    private func read(_ path: String, _ source: SourceSettings, from shown: String) -> [Check] {
        let catalogue: Catalogue
        let understanding: FeedUnderstanding
        do throws(FeedError) {
            (catalogue, understanding) = try Feed.inWorkspace(path, workspace.options(for: source))
        } catch {
            return [told(source.name, error)]
        }
        let facts = DoctorTexts.facts(shown, understanding, catalogue.styleCount, catalogue.variantCount)
        var checks = [good(source.name, facts)]
        let missing = missing(in: catalogue, source.leg)
        if !missing.isEmpty {
            checks.append(
                Check(
                    mark: .advice, subject: source.name, text: DoctorTexts.missing(missing),
                    remedy: DoctorTexts.inspect(path, source.leg)))
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
                    remedy: DoctorTexts.inspect(path, source.leg)))
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
