import CLibCurl

extension Transfer {
    /// What is set with a text; libcurl keeps a copy.
    enum Text {
        case address, user, password, agent
        /// Schemes that the address may have, and those that a redirect may lead to: `http,https`.
        case schemes, redirectSchemes
        /// What the server may pack the bytes with: `gzip`.
        case packing
        /// Empty = none, whatever the environment says.
        case proxy
        /// The file of SSH servers' keys.
        case knownHosts
        /// Whom a mail is from.
        case sender
        /// What to say to a mail server in place of handing over a mail.
        case command

        var code: CURLoption {
            switch self {
            case .address: CURLOPT_URL
            case .user: CURLOPT_USERNAME
            case .password: CURLOPT_PASSWORD
            case .agent: CURLOPT_USERAGENT
            case .schemes: CURLOPT_PROTOCOLS_STR
            case .redirectSchemes: CURLOPT_REDIR_PROTOCOLS_STR
            case .packing: CURLOPT_ACCEPT_ENCODING
            case .proxy: CURLOPT_PROXY
            case .knownHosts: CURLOPT_SSH_KNOWNHOSTS
            case .sender: CURLOPT_MAIL_FROM
            case .command: CURLOPT_CUSTOMREQUEST
            }
        }
    }

    /// What is set with a number; 1 = yes, but 2 for `checkHostOfCertificate`.
    enum Number {
        case withoutSignals, checkCertificate, checkHostOfCertificate, failOnError, askForDate
        case followRedirects, redirectLimit
        case upload, uploadBytes, withoutBody
        /// Announced bytes beyond which nothing is fetched.
        case byteLimit
        /// All in seconds: to connect, for a reply, for everything.
        case connectLimit, replyLimit, timeLimit
        /// Bytes a second, and how many seconds it may be slower than that.
        case leastSpeed, slowLimit
        case tellDialogue, withoutReuse

        var code: CURLoption {
            switch self {
            case .withoutSignals: CURLOPT_NOSIGNAL
            case .checkCertificate: CURLOPT_SSL_VERIFYPEER
            case .checkHostOfCertificate: CURLOPT_SSL_VERIFYHOST
            case .failOnError: CURLOPT_FAILONERROR
            case .askForDate: CURLOPT_FILETIME
            case .followRedirects: CURLOPT_FOLLOWLOCATION
            case .redirectLimit: CURLOPT_MAXREDIRS
            case .upload: CURLOPT_UPLOAD
            case .uploadBytes: CURLOPT_INFILESIZE_LARGE
            case .withoutBody: CURLOPT_NOBODY
            case .byteLimit: CURLOPT_MAXFILESIZE_LARGE
            case .connectLimit: CURLOPT_CONNECTTIMEOUT
            case .replyLimit: CURLOPT_SERVER_RESPONSE_TIMEOUT
            case .timeLimit: CURLOPT_TIMEOUT
            case .leastSpeed: CURLOPT_LOW_SPEED_LIMIT
            case .slowLimit: CURLOPT_LOW_SPEED_TIME
            case .tellDialogue: CURLOPT_VERBOSE
            case .withoutReuse: CURLOPT_FORBID_REUSE
            }
        }

        /// libcurl takes it as `curl_off_t`, not as `long`.
        var isWide: Bool { self == .uploadBytes || self == .byteLimit }
    }
}
