package import Catalogues
import Glibc
package import Reports

/// Looks at all that a nightly run of a workspace needs, and says what to mend.
package struct Doctor {
    /// What came of one look.
    package struct Check: Sendable {
        package enum Mark: Sendable {
            case good
            /// It runs as it is; a person may want to know.
            case advice
            /// It will not run, or not as it is meant.
            case fault
        }

        package var mark: Mark
        /// What was looked at: a source's name, or a part of the workspace.
        package var subject: String
        package var text: Bilingual
        /// What to do about it; nil = nothing.
        package var remedy: Bilingual?
    }

    /// What a server answered.
    package struct Reached: Sendable {
        /// In a few words, without credentials: `1.2 MB`.
        package var answer: Bilingual
        /// The feed, if it was read whole: it is then looked at as a file is.
        package var feed: [UInt8]?
        /// When the server says that it was changed.
        package var modified: Moment?

        package init(answer: Bilingual, feed: [UInt8]? = nil, modified: Moment? = nil) {
            self.answer = answer
            self.feed = feed
            self.modified = modified
        }
    }

    /// Reaches a remote feed with its password; nil = addresses are not tried.
    package var reach: ((SourceSettings, _ password: String?) -> Result<Reached, RunError>)?
    /// Talks to the mail server without sending; nil = it is not tried.
    package var tryMail: ((MailSettings, _ password: String?) -> Result<Void, RunError>)?

    let workspace: Workspace
    let now: Moment

    package init(_ workspace: Workspace, now: Moment) {
        self.workspace = workspace
        self.now = now
    }

    /// All looks, in the order in which a run needs what they look at.
    package func checks() -> [Check] {
        var checks = folder()
        for source in workspace.sources { checks += self.source(source) }
        return checks + words() + decisions() + ledger() + mail()
    }

    // MARK: The folder

    private func folder() -> [Check] {
        var checks: [Check] = []
        let path = workspace.path(".specsync-try-\(getpid())")
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        if descriptor < 0 {
            let reason = String(cString: strerror(errno))
            checks.append(fault("folder", DoctorTexts.notWritable(reason), DoctorTexts.giveRights))
        } else {
            close(descriptor)
            unlink(path)
        }
        var disk = statvfs()
        if statvfs(workspace.folder.isEmpty ? "." : workspace.folder, &disk) == 0 {
            let free = Int(disk.f_bavail) * Int(disk.f_frsize)
            let text = DoctorTexts.free(Self.size(free))
            if free < 64 << 20 {
                checks.append(fault("folder", text, DoctorTexts.freeTheDisk))
            } else if free < 1 << 30 {
                checks.append(Check(mark: .advice, subject: "folder", text: text, remedy: DoctorTexts.freeTheDisk))
            } else if checks.isEmpty {
                checks.append(good("folder", text))
            }
        }
        if TextFile.isOpenToOthers(EnvironmentFile.path(in: workspace.folder)) == true {
            let command = "chmod 600 " + Shell.quoted(EnvironmentFile.path(in: workspace.folder))
            checks.append(fault("specsync.env", DoctorTexts.openToOthers, DoctorTexts.run(command)))
        }
        return checks
    }

    // MARK: Files of a person

    private func words() -> [Check] {
        workspace.lexicons.map { file in
            do {
                let problems = try LexiconFiles.load([workspace.path(file)]).1
                guard let first = problems.first else { return good(file, DoctorTexts.readable) }
                return fault(
                    file, DoctorTexts.wordProblems(problems.count), DoctorTexts.same(first.description))
            } catch {
                return told(file, error)
            }
        }
    }

    private func decisions() -> [Check] {
        let path = workspace.path(workspace.decisions)
        // It is made with the first decision.
        guard access(path, F_OK) == 0 else { return [] }
        do {
            return [good(workspace.decisions, DoctorTexts.decisions(try DecisionFile.read(path).count))]
        } catch {
            return [told(workspace.decisions, error)]
        }
    }

    // MARK: Mail

    private func mail() -> [Check] {
        guard let mail = workspace.mail else {
            return [
                Check(mark: .advice, subject: "mail", text: DoctorTexts.noMail, remedy: DoctorTexts.writeMail)
            ]
        }
        var checks: [Check] = []
        if let file = mail.certificates, access(workspace.path(file), R_OK) != 0 {
            let reason = String(cString: strerror(errno))
            checks.append(fault("mail", DoctorTexts.unreadable(file, reason), DoctorTexts.mend("certificates")))
        }
        do {
            let password = try mail.credentials.password(in: workspace.folder, of: "mail")
            if checks.isEmpty {
                try tryMail?(mail, password).get()
                checks.append(good("mail", DoctorTexts.mail(mail, isTried: tryMail != nil)))
            }
        } catch {
            checks.append(told("mail", error))
        }
        let silent = workspace.sources.filter {
            ($0.leg == .supplier || $0.leg == .platform) && $0.contact.email.isEmpty
        }
        if mail.toSuppliers, !silent.isEmpty {
            checks.append(
                Check(
                    mark: .advice, subject: "mail", text: DoctorTexts.noAddress(silent.map(\.name)),
                    remedy: DoctorTexts.writeAddress))
        }
        return checks
    }

    // MARK: Making checks

    func good(_ subject: String, _ text: Bilingual) -> Check { Check(mark: .good, subject: subject, text: text) }

    func fault(_ subject: String, _ text: Bilingual, _ remedy: Bilingual) -> Check {
        Check(mark: .fault, subject: subject, text: text, remedy: remedy)
    }

    /// What an error says: the first line is what is wrong, the rest what to do.
    func told(_ subject: String, _ error: any Error) -> Check {
        let lines = DoctorTexts.lines(of: error)
        return Check(
            mark: .fault, subject: subject, text: DoctorTexts.same(lines.first ?? ""),
            remedy: lines.count > 1 ? DoctorTexts.same(lines.dropFirst().joined(separator: " ")) : nil)
    }

    /// `1.2 MB`
    static func size(_ bytes: Int) -> String {
        let units: [(String, Int)] = [("GB", 1 << 30), ("MB", 1 << 20), ("kB", 1 << 10)]
        guard let (name, unit) = units.first(where: { bytes >= $0.1 }) else { return "\(bytes) B" }
        let tenths = bytes / (unit / 10)
        return tenths >= 100 ? "\(tenths / 10) \(name)" : "\(tenths / 10).\(tenths % 10) \(name)"
    }
}
