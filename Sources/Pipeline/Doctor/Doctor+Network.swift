import Catalogues
import Reports
import Transport

extension Doctor {
    /// What is read of a feed on a server; most are smaller.
    private static let sampleLimit = 32 << 20

    /// Lets it reach feeds that lie on servers, and the mail server. No mail is sent.
    package mutating func connect() {
        let workspace = workspace
        reach = { source, password in
            do throws(TransportError) {
                let fetch = FeedFetch(source.feed, user: source.credentials.user, password: password)
                return .success(Reached(try fetch.probe(limit: Self.sampleLimit)))
            } catch {
                return .failure(RunError(error.description))
            }
        }
        tryMail = { settings, password in
            do throws(TransportError) {
                return .success(try settings.server(of: workspace, password: password).probe())
            } catch {
                return .failure(RunError(error.description))
            }
        }
    }
}

extension Doctor.Reached {
    fileprivate init(_ sample: FeedSample) {
        let size = sample.size.map { DoctorTexts.same(Doctor.size($0)) } ?? DoctorTexts.unknownSize
        self.init(
            answer: sample.isWhole ? size : DoctorTexts.beginning(of: size), feed: sample.isWhole ? sample.bytes : nil,
            modified: sample.modified.map { Moment(system: Int($0)) })
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
