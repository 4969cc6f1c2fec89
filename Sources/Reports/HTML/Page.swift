import CSpecData

/// What every page begins and ends with: it carries its own style and script, and may load nothing from anywhere.
enum Page {
    static func head(_ title: String, _ language: Language) -> HTML {
        """
        <!doctype html>
        <html lang="\(language == .zh ? "zh-CN" : "en")">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <meta name="referrer" content="no-referrer">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
        <title>\(title)</title>
        <style>
        \(embedded(specsync_report_css))
        </style>
        </head>
        <body>

        """
    }

    static func foot(_ text: String) -> HTML {
        """
        <footer><p>\(text)</p></footer>
        <script>
        \(embedded(specsync_report_js))
        </script>
        </body>
        </html>

        """
    }

    private static func embedded(_ file: specsync_embedded) -> HTML {
        HTML(trusted: String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.length), as: UTF8.self))
    }
}
