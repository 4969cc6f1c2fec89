import Foundation

/// A folder that is gone when the test is.
final class Folder {
    let path: String

    init(_ name: String = "shop") throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "specsync-test-\(UUID().uuidString)")
        path = root.appending(path: name).path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: URL(filePath: path).deletingLastPathComponent()) }

    /// Writes a file, with the folders above it, and returns its path.
    @discardableResult
    func write(_ name: String, _ text: String, mode: Int = 0o644, at time: Int? = nil) throws -> String {
        let file = path + "/" + name
        try FileManager.default.createDirectory(
            atPath: URL(filePath: file).deletingLastPathComponent().path, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(filePath: file))
        var attributes: [FileAttributeKey: Any] = [.posixPermissions: mode]
        if let time { attributes[.modificationDate] = Date(timeIntervalSince1970: Double(time)) }
        try FileManager.default.setAttributes(attributes, ofItemAtPath: file)
        return file
    }

    func text(_ name: String) throws -> String { try String(contentsOfFile: path + "/" + name, encoding: .utf8) }

    func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path + "/" + name) }
}

/// Small catalogues.
enum Sample {
    static let supplier = "款号,商家编码,标题,颜色,尺码,供货价,库存\nK1,K1-1,收腰连衣裙,黑色,M,68.00,5\nK1,K1-2,收腰连衣裙,黑色,L,68.00,4\n"
    static let shop =
        "商品ID,商品名称,规格ID,规格名称,商家编码,售价,库存\n901,收腰连衣裙,9011,黑色;M,K1-1,139.00,5\n901,收腰连衣裙,9012,黑色;L,K1-2,139.00,4\n"
    static let english = "Handle,Title,SKU,Colour,Size,Price,Stock\ndress,Linen dress,D-1,Olive,38,59.00,3\n"
}
