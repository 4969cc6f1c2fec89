extension MailServer {
    /// What a person is told of a failure.
    ///
    /// - Parameter reply: the last one of the server, which says more than libcurl does.
    func error(_ failure: Transfer.Failure, _ reply: MailReply?) -> TransportError {
        var kind = failure.kind
        // 530 and 535 are about who we are, wherever in the dialogue they come; 454 is a server that cannot encrypt now.
        if let reply, [530, 534, 535, 538].contains(reply.code) { kind = .refusedLogin }
        if case .unexpected = kind, let reply, reply.code >= 400 { kind = .server(reply.code) }
        let text = if let reply, reply.code >= 400 { reply.text } else { failure.text }
        let quoted = TransportError.quoted(text, without: password)
        let aside = quoted.isEmpty ? "" : " (\(quoted))"
        let message: String
        let remedy: String
        switch kind {
        case .unreachable:
            message = "the mail server cannot be reached\(aside)"
            remedy = "Check “server” under “mail” in the workspace, and this machine's network."
        case .timedOut:
            message = "the mail server took too long\(aside)"
            remedy = "It is tried again with the next run."
        case .refusedLogin:
            message =
                user == nil
                ? "the mail server wants a user and a password\(aside)"
                : "the mail server does not let user “\(user!)” in\(aside)"
            remedy = "Check “user” under “mail”, and the password that “password from” or “password file” leads to."
        case .certificate:
            message = "the mail server's certificate is not trusted\(aside)"
            remedy = "Check “server”; of a company's own certificates, name the file that holds them as “certificates”."
        case .encryption:
            message = "the mail server does not encrypt as it should, and nothing was said in clear\(aside)"
            remedy = "Check the port of “server” and “security” (587 goes with starttls, 465 with tls)."
        case .server(let code):
            message = "the mail server answered \(code)\(aside)"
            remedy = code < 500 ? "It is tried again with the next run." : "Ask whoever runs the mail server."
        default:
            message = "the connection to the mail server was lost\(aside)"
            remedy = "It is tried again with the next run."
        }
        return TransportError(kind, place, message, remedy: remedy)
    }
}
