import Glibc

/// Folders and small files, by the C library.
enum Folders {
    /// Makes a folder and those above it.
    ///
    /// - Parameter refusal: what is thrown of the one that cannot be made.
    static func make(
        _ path: String, orElse refusal: (_ folder: String) -> RunError = { failure("\($0) cannot be made") }
    ) throws {
        var made = path.hasPrefix("/") ? "/" : ""
        for part in path.split(separator: "/") {
            made += part
            if mkdir(made, 0o755) != 0, errno != EEXIST { throw refusal(made) }
            made += "/"
        }
    }

    /// The names in a folder, sorted; none where there is no such folder.
    static func names(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Takes away a file, or a folder with all that is in it; a link itself, never what it points to.
    static func remove(_ path: String) {
        if isFolder(path) {
            for name in names(in: path) { remove(path + "/" + name) }
            rmdir(path)
        } else {
            unlink(path)
        }
    }

    static func move(_ path: String, to target: String) throws {
        guard rename(path, target) == 0 else { throw failure("\(target) cannot be replaced") }
    }

    /// Copies a file beside its target and puts it there when it is whole.
    static func copy(_ path: String, to target: String) throws {
        let source = open(path, O_RDONLY | O_CLOEXEC)
        guard source >= 0 else { throw failure("\(path) cannot be read") }
        defer { close(source) }
        try OutputFolder.replace(target) { sink in
            var block = [UInt8](repeating: 0, count: 1 << 18)
            while true {
                let count = read(source, &block, block.count)
                if count < 0 {
                    if errno == EINTR { continue }
                    throw failure("\(path) cannot be read")
                }
                if count == 0 { return }
                try block.withUnsafeBytes { try sink(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
            }
        }
    }

    /// A whole file; nil = it cannot be read.
    static func bytes(of path: String) -> [UInt8]? {
        guard let file = fopen(path, "rb") else { return nil }
        defer { fclose(file) }
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&block, 1, block.count, file)
            if count == 0 { return bytes }
            bytes += block[..<count]
        }
    }

    static func failure(_ message: String) -> RunError {
        RunError(
            "error: \(message): \(String(cString: strerror(errno)))\n  See that the disk has room and the folder may be written."
        )
    }
}
