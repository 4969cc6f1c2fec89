import CLibCurl

extension TransportError.Kind {
    /// What libcurl's code and the server's status amount to.
    init(_ code: CURLcode, status: Int) {
        switch code {
        case CURLE_UNSUPPORTED_PROTOCOL, CURLE_URL_MALFORMAT: self = .unsupportedAddress
        case CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_COULDNT_CONNECT: self = .unreachable
        case CURLE_OPERATION_TIMEDOUT: self = .timedOut
        case CURLE_GOT_NOTHING, CURLE_SEND_ERROR, CURLE_RECV_ERROR, CURLE_HTTP2, CURLE_HTTP2_STREAM:
            self = .disconnected
        case CURLE_PARTIAL_FILE, CURLE_BAD_CONTENT_ENCODING: self = .truncated
        case CURLE_REMOTE_FILE_NOT_FOUND, CURLE_REMOTE_ACCESS_DENIED, CURLE_FTP_COULDNT_RETR_FILE: self = .notFound
        case CURLE_LOGIN_DENIED, CURLE_AUTH_ERROR: self = .refusedLogin
        case CURLE_PEER_FAILED_VERIFICATION, CURLE_SSL_ISSUER_ERROR, CURLE_SSL_CACERT_BADFILE: self = .certificate
        case CURLE_SSL_CONNECT_ERROR, CURLE_USE_SSL_FAILED, CURLE_SSL_CIPHER: self = .encryption
        case CURLE_FILESIZE_EXCEEDED: self = .tooLarge
        case CURLE_TOO_MANY_REDIRECTS: self = .tooManyRedirects
        case CURLE_HTTP_RETURNED_ERROR: self.init(status: status)
        case CURLE_WEIRD_SERVER_REPLY where status > 0: self = .server(status)
        default: self = .unexpected(Int(code.rawValue))
        }
    }

    /// What an HTTP status other than success amounts to.
    init(status: Int) {
        switch status {
        case 401, 403, 407: self = .refusedLogin
        case 404, 410: self = .notFound
        default: self = .server(status)
        }
    }
}
