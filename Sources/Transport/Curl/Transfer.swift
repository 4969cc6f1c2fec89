import CLibCurl

/// The one door to libcurl: one transfer with one server.
///
/// Nothing is taken on trust: certificates and host keys are always checked, and there is no way to ask otherwise.
final class Transfer {
    /// Why a transfer came to nothing.
    struct Failure {
        var kind: TransportError.Kind
        /// What libcurl says of it; may be empty.
        var text: String
    }

    /// Who says a line of the dialogue that comes before and after the data.
    enum Speaker { case we, server }

    /// Takes the bytes that come; false stops the transfer.
    var take: ((UnsafeRawBufferPointer) -> Bool)?
    /// Fills the buffer with the bytes that go: how many; 0 = there are no more.
    var give: ((UnsafeMutableRawBufferPointer) -> Int)?
    /// Hears commands and replies. Passwords are among them: what is heard must not be kept.
    var hear: ((Speaker, UnsafeRawBufferPointer) -> Void)?
    /// The key of an SSH server that is not the one known, or not known at all.
    private(set) var refusedHostKey: HostKey?
    /// `take` stopped the transfer.
    private(set) var isStopped = false

    // nil = out of memory; libcurl then answers every call with an error, which `perform` tells.
    private let handle: UnsafeMutableRawPointer?
    private let complaint = UnsafeMutablePointer<CChar>.allocate(capacity: Int(CURL_ERROR_SIZE))
    private var recipients: UnsafeMutablePointer<curl_slist>?
    /// The first setting that libcurl did not take. Without it the transfer is not the one that was meant.
    private var refusedSetting = CURLE_OK

    init() {
        _ = Self.preparation
        handle = curl_easy_init()
        complaint.initialize(repeating: 0, count: Int(CURL_ERROR_SIZE))
        note(specsync_curl_set_pointer(handle, CURLOPT_ERRORBUFFER, complaint))
        let own = Unmanaged.passUnretained(self).toOpaque()
        note(specsync_curl_set_pointer(handle, CURLOPT_WRITEDATA, own))
        note(specsync_curl_set_pointer(handle, CURLOPT_READDATA, own))
        note(specsync_curl_set_pointer(handle, CURLOPT_DEBUGDATA, own))
        note(specsync_curl_set_pointer(handle, CURLOPT_SSH_KEYDATA, own))
        note(
            specsync_curl_set_transfer(handle, CURLOPT_WRITEFUNCTION) { bytes, _, count, own in
                let transfer = Transfer.at(own)
                if transfer.take?(UnsafeRawBufferPointer(start: bytes, count: count)) != false { return count }
                transfer.isStopped = true
                return count &+ 1
            })
        note(
            specsync_curl_set_transfer(handle, CURLOPT_READFUNCTION) { bytes, size, count, own in
                Transfer.at(own).give?(UnsafeMutableRawBufferPointer(start: bytes, count: size * count)) ?? 0
            })
        note(
            specsync_curl_set_debug(handle) { _, kind, bytes, count, own in
                let line = UnsafeRawBufferPointer(start: bytes, count: count)
                if kind == CURLINFO_HEADER_OUT { Transfer.at(own).hear?(.we, line) }
                if kind == CURLINFO_HEADER_IN { Transfer.at(own).hear?(.server, line) }
                return 0
            })
        note(
            specsync_curl_set_host_key(handle) { _, _, found, match, own in
                if match == CURLKHMATCH_OK { return Int32(CURLKHSTAT_FINE.rawValue) }
                if let found { Transfer.at(own).refusedHostKey = HostKey(found.pointee) }
                return Int32(CURLKHSTAT_REJECT.rawValue)
            })
        set(.withoutSignals, 1)
        set(.checkCertificate, 1)
        set(.checkHostOfCertificate, 2)
    }

    deinit {
        curl_easy_cleanup(handle)
        curl_slist_free_all(recipients)
        complaint.deallocate()
    }

    /// Once a process; 3 is CURL_GLOBAL_DEFAULT, a macro that Swift does not see.
    private static let preparation = curl_global_init(3)

    private static func at(_ own: UnsafeMutableRawPointer?) -> Transfer {
        Unmanaged<Transfer>.fromOpaque(own!).takeUnretainedValue()
    }

    private func note(_ code: CURLcode) {
        if refusedSetting == CURLE_OK { refusedSetting = code }
    }

    func set(_ option: Text, _ value: String) { note(specsync_curl_set_string(handle, option.code, value)) }

    func set(_ option: Number, _ value: Int) {
        note(
            option.isWide
                ? specsync_curl_set_offset(handle, option.code, curl_off_t(value))
                : specsync_curl_set_long(handle, option.code, value))
    }

    /// Sets how many seconds a reply may take. libcurl also measures the speed while it waits for one.
    func limitReplies(to seconds: Int) {
        set(.replyLimit, seconds)
        set(.slowLimit, seconds)
    }

    /// Trusts these certificates besides the system's.
    ///
    /// - Parameter certificates: in PEM, one behind the other.
    func trust(_ certificates: [UInt8]) {
        // A blob takes the place of the system's file, so that file must be in it.
        let system = curl_version_info(CURLVERSION_SEVENTH)?.pointee.cainfo.flatMap {
            FileBytes.read(String(cString: $0))
        }
        let all = (system ?? []) + [0x0A] + certificates
        note(specsync_curl_set_bytes(handle, CURLOPT_CAINFO_BLOB, all, all.count))
    }

    /// Encryption or nothing, where the dialogue begins in clear.
    func demandEncryption() { note(specsync_curl_set_long(handle, CURLOPT_USE_SSL, Int(CURLUSESSL_ALL.rawValue))) }

    /// Whom a mail goes to; those that the server refuses do not stop it for the others.
    func send(to addresses: [String]) {
        for address in addresses {
            guard let longer = curl_slist_append(recipients, address) else { return note(CURLE_OUT_OF_MEMORY) }
            recipients = longer
        }
        note(specsync_curl_set_pointer(handle, CURLOPT_MAIL_RCPT, recipients))
        note(specsync_curl_allow_failed_recipients(handle))
    }

    /// Does it, and waits for the end: nil = it ended well.
    func perform() -> Failure? {
        let code = refusedSetting == CURLE_OK ? curl_easy_perform(handle) : refusedSetting
        if code == CURLE_OK { return nil }
        // For a host that is not known, what counts is the key that it showed.
        if let refusedHostKey { return Failure(kind: .unknownHost, text: refusedHostKey.text) }
        let text = complaint[0] == 0 ? String(cString: curl_easy_strerror(code)) : String(cString: complaint)
        return Failure(kind: TransportError.Kind(code, status: status), text: text)
    }

    /// The server's last status, such as 404; 0 = there was none.
    var status: Int {
        var value = 0
        specsync_curl_get_long(handle, CURLINFO_RESPONSE_CODE, &value)
        return value
    }

    /// How many bytes the server announced, as they travel; nil = it did not say.
    var announcedBytes: Int? { offset(CURLINFO_CONTENT_LENGTH_DOWNLOAD_T).flatMap { $0 < 0 ? nil : $0 } }

    /// When the file was changed last, in seconds since 1970 UTC, as the server says; nil = it does not.
    var modified: Int64? { offset(CURLINFO_FILETIME_T).flatMap { $0 < 0 ? nil : Int64($0) } }

    /// After how many seconds the server wants to be asked again; 0 = it does not say.
    var retryAfter: Int { offset(CURLINFO_RETRY_AFTER) ?? 0 }

    /// Where the transfer ended up after all redirects.
    var finalAddress: String {
        var value: UnsafeMutablePointer<CChar>?
        specsync_curl_get_string(handle, CURLINFO_EFFECTIVE_URL, &value)
        return value.map { String(cString: $0) } ?? ""
    }

    private func offset(_ info: CURLINFO) -> Int? {
        var value: curl_off_t = 0
        return specsync_curl_get_offset(handle, info, &value) == CURLE_OK ? Int(value) : nil
    }
}
