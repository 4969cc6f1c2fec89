package import Catalogues
import Reports
import Transport

extension Doctor {
    /// What is read of a feed on a server; most are smaller.
    private static let sampleLimit = 32 << 20

    /// One that talks to the workspace's servers. It fetches the beginning of a feed, and sends no mail.
    package static func reaching(_ workspace: Workspace, now: Moment) -> Doctor {
        var doctor = Doctor(workspace, now: now)
        doctor.reach = { source, password in
            do throws(TransportError) {
                let fetch = FeedFetch(source.feed, user: source.credentials.user, password: password)
                return .success(Reached(try fetch.probe(limit: sampleLimit)))
            } catch {
                return .failure(RunError(error.description))
            }
        }
        doctor.tryMail = { mail, password in
            let server = MailServer(
                host: mail.host, port: mail.port,
                security: MailServer.Security(rawValue: mail.security.rawValue) ?? .starttls,
                user: mail.credentials.user, password: password, certificates: mail.certificates.map(workspace.path))
            do throws(TransportError) {
                return .success(try server.probe())
            } catch {
                return .failure(RunError(error.description))
            }
        }
        return doctor
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
