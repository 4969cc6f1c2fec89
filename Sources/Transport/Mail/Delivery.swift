/// What became of a mail that was to be handed over.
package enum Delivery: Sendable {
    /// The server took it; from then on it answers for it. It did not take it for the recipients named.
    case sent(except: [RefusedRecipient])
    /// The server will never take this mail as it is.
    case refused(TransportError)
    /// It was not handed over. What stood in the way may pass, or is to be mended in the settings; the mail itself is
    /// still good.
    case later(TransportError)
    /// It was handed over and the answer was lost: it may have been taken. Whoever sends it again must use the same
    /// Message-ID.
    case unknown(TransportError)
}

/// A recipient for whom a mail was not taken, while it was for others.
package struct RefusedRecipient: Hashable, Sendable {
    package var address: String
    /// 4xx: it may be taken later; 5xx: it never will.
    package var reply: MailReply
}

extension MailServer {
    /// Hands over a mail.
    ///
    /// - Parameters:
    ///   - mail: as `MailMessage.rendered()` made it; not a byte is changed.
    ///   - sender: who is told if it cannot be delivered; with or without a name.
    ///   - recipients: with or without names.
    package func deliver(_ mail: [UInt8], from sender: String, to recipients: [String]) -> Delivery {
        let addresses: [String]
        let transfer: Transfer
        do throws(TransportError) {
            var parsed: [String] = []
            let from = try MailAddress(sender)
            for text in recipients { parsed.append(try MailAddress(text).address) }
            addresses = parsed
            transfer = try self.transfer()
            transfer.set(.sender, from.address)
        } catch {
            return error.kind == .badMailAddress ? .refused(error) : .later(error)
        }
        guard !addresses.isEmpty else {
            return .refused(
                TransportError(
                    .badMailAddress, place, "the mail has no recipient", remedy: "Name at least one address."))
        }
        transfer.send(to: addresses)
        transfer.set(.upload, 1)
        transfer.set(.uploadBytes, mail.count)
        var given = 0
        transfer.give = { room in
            let count = min(room.count, mail.count - given)
            mail.withUnsafeBytes { room.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[given..<given + count])) }
            given += count
            return count
        }
        var dialogue = MailDialogue(recipients: addresses.count)
        transfer.hear = { [unowned transfer] speaker, line in
            dialogue.hear(speaker, line)
            // The mail is theirs now. Nobody needs to wait long for the answer to `QUIT`.
            if dialogue.content != nil { transfer.limitReplies(to: 2) }
        }
        let failure = transfer.perform()
        return outcome(failure, dialogue, addresses, wasGiven: given == mail.count)
    }

    /// What the replies say counts more than what libcurl makes of them.
    ///
    /// - Parameter wasGiven: libcurl had taken the last byte, and may have sent it.
    private func outcome(
        _ failure: Transfer.Failure?, _ dialogue: MailDialogue, _ addresses: [String], wasGiven: Bool
    ) -> Delivery {
        let refused = zip(addresses, dialogue.recipients).compactMap { address, reply in
            reply.flatMap { $0.code >= 400 ? RefusedRecipient(address: address, reply: $0) : nil }
        }
        if let content = dialogue.content {
            if content.code < 400 { return .sent(except: refused) }
            return no(to: "the mail", content)
        }
        let failure = failure ?? Transfer.Failure(kind: .disconnected, text: "")
        if dialogue.data?.code == 354, wasGiven {
            var error = error(failure, nil)
            error.message = "the mail was handed over, and the server's answer was lost: " + error.message
            error.remedy = "It may have arrived; it is sent again under the same Message-ID."
            return .unknown(error)
        }
        if let data = dialogue.data, data.code >= 400 { return no(to: "the mail", data) }
        // One who is only refused for now is reason enough to come back with the mail.
        if !refused.isEmpty, refused.count == addresses.count {
            let first = refused.first { $0.reply.code < 500 } ?? refused[0]
            return no(to: refused.count == 1 ? first.address : "\(first.address) and all other recipients", first.reply)
        }
        // That is a matter of the settings, not of the mail.
        if let sender = dialogue.sender, sender.code >= 400 {
            if case .refused(let error) = no(to: "the sender", sender) { return .later(error) }
            return no(to: "the sender", sender)
        }
        return .later(error(failure, dialogue.last))
    }

    private func no(to what: String, _ reply: MailReply) -> Delivery {
        var error = error(Transfer.Failure(kind: .server(reply.code), text: ""), reply)
        guard error.kind == .server(reply.code) else { return .later(error) }
        error.message = "the mail server says no to \(what): \(TransportError.quoted(reply.text, without: password))"
        if reply.code < 500 { return .later(error) }
        error.remedy = "Check the addresses under mail: in the workspace; the server says what it minds."
        return .refused(error)
    }
}
