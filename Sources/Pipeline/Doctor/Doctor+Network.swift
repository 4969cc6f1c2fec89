import Catalogues
import Transport

extension Doctor {
    /// Lets it reach feeds that lie on servers, and the mail server.
    package mutating func connect() {
        let workspace = workspace
        reach = { source, password in
            do {
                let fetch = FeedFetch(source.feed, user: source.credentials.user, password: password)
                let sample = try fetch.probe()
                var reached = Reached(answer: Self.answer(sample))
                reached.modified = sample.modified.map { Moment(system: Int($0)) }
                return .success(reached)
            } catch let error as TransportError {
                return .failure(RunError(error.description))
            } catch {
                return .failure(RunError("\(error)"))
            }
        }
        tryMail = { settings, password in
            do {
                try settings.server(of: workspace, password: password).probe()
                return .success("\(settings.host):\(settings.port)")
            } catch let error as TransportError {
                return .failure(RunError(error.description))
            } catch {
                return .failure(RunError("\(error)"))
            }
        }
    }

    /// `https://example.com/feed.xml, 1.2 MB`
    private static func answer(_ sample: FeedSample) -> String {
        guard let size = sample.size ?? (sample.isWhole ? sample.bytes.count : nil) else { return sample.address }
        let tenths = size * 10 / (1 << 20)
        return sample.address + (tenths > 0 ? ", \(tenths / 10).\(tenths % 10) MB" : ", \(size) bytes")
    }
}

extension MailSettings {
    /// The server as `Transport` knows it.
    func server(of workspace: Workspace, password: String?) -> MailServer {
        MailServer(
            host: host, port: port, security: MailServer.Security(rawValue: security.rawValue) ?? .starttls,
            user: credentials.user, password: password, certificates: certificates.map(workspace.path))
    }
}
