import Catalogues
import Reconciliation

extension HTMLReport {
    /// The pairs that a person must decide, with the candidates and what speaks for each.
    var questions: HTML {
        let (questions, count) = OpenQuestion.all(input.outcome)
        if questions.isEmpty { return "" }
        let left = count - questions.count
        let more: HTML =
            left > 0
            ? "<p class=\"more\">+ \(left) · \(label(.moreIn)) <a href=\"mapping.csv\">mapping.csv</a></p>" : ""
        return """
            <section id="decide">
            <h2>\(label(.toDecide)) <span class="n">\(count)</span></h2>
            <p class="help">\(label(.toDecideHelp))</p>
            \(questions.map(question))
            \(more)
            </section>

            """
    }

    private func question(_ question: OpenQuestion) -> HTML {
        let shop = question.shop
        let name = input.outcome.shop.source.name
        let code: HTML = shop.supplierCode.isEmpty ? "" : " <code>\(shop.supplierCode)</code>"
        let left = question.candidates.count - OpenQuestion.candidateLimit
        let more: HTML = left > 0 ? "<li class=\"more\">+ \(left)</li>" : ""
        return """
            <article class="card question">
            <h3><bdi>\(shop.words.isEmpty ? shop.title : shop.words)</bdi>\(code)</h3>
            <p class="also"><bdi>\(shop.style.name)</bdi> · <bdi>\(name):\(shop.line)</bdi></p>
            <ol class="candidates">
            \(question.candidates.prefix(OpenQuestion.candidateLimit).map(candidate))\(more)
            </ol>
            </article>

            """
    }

    private func candidate(_ pair: Pair) -> HTML {
        let variant = input.outcome.supplier.variant(Int(pair.supplier))
        let (pro, con) = Texts.evidence(pair.evidence, language)
        let words =
            (pro.map { "<span class=\"pro\">\($0)</span>" } as [HTML]) + con.map { "<span class=\"con\">\($0)</span>" }
        return """
            <li><div class="name"><b><bdi>\(variant.words.isEmpty ? variant.title : variant.words)</bdi></b> <code>\(variant.sku)</code> <small><bdi>\(input.outcome.supplier.source.name):\(variant.line)</bdi></small></div>
            <div class="sure"><meter min="0" max="100" value="\(Int(pair.confidence))"></meter> \(Int(pair.confidence))%</div>
            <div class="evidence">\(words.joined(" "))</div></li>

            """
    }

    /// How much agreed, so that one sees what the rest is measured against.
    var matched: HTML {
        let accepted = summary.supplierVariants - summary.inReview - summary.unmatched
        let all = max(summary.supplierVariants, 1)
        func part(_ count: Int, _ label: Label, _ kind: String) -> HTML {
            count == 0 ? "" : "<i class=\"\(kind)\" style=\"flex-grow:\(count)\"></i>"
        }
        func legend(_ count: Int, _ text: String, _ kind: String) -> HTML {
            "<li><i class=\"\(kind)\"></i> \(text) <b>\(count)</b> <small>\(count * 100 / all)%</small></li>"
        }
        let shopLeft: HTML =
            summary.shopUnmatched == 0
            ? ""
            : "<p>\(Bilingual("店铺有 \(summary.shopUnmatched) 个规格在货源找不到对应。", "\(summary.shopUnmatched) shop specs have no counterpart at the supplier.")[language])</p>"
        return """
            <section id="matched">
            <h2>\(label(.matchedHeading))</h2>
            <div class="share" aria-hidden="true">\(part(accepted, .matched, "ok"))\(part(summary.inReview, .toReview, "open"))\(part(summary.unmatched, .noCounterpart, "gone"))</div>
            <ul class="legend">\(legend(accepted, label(.matched), "ok"))\(legend(summary.inReview, label(.toReview), "open"))\(legend(summary.unmatched, label(.noCounterpart), "gone"))</ul>
            \(shopLeft)
            <p>\(Bilingual("每个规格对应哪一个，见", "Which spec is which:")[language]) <a href="mapping.csv">mapping.csv</a></p>
            </section>

            """
    }

    /// The files, and what is odd in them.
    var inputs: HTML {
        let rows = input.sources.map { source -> HTML in
            """
            <tr><td data-leg="\(label(.leg))">\(Texts.name(source.leg, language))</td><td data-leg="\(label(.file))"><bdi>\(source.name)</bdi></td>\
            <td data-leg="\(label(.profile))">\(source.profile) · \(source.encoding)\(source.isComplete ? "" : " · " + label(.partial))</td>\
            <td data-leg="\(label(.styles))">\(source.styles)</td><td data-leg="\(label(.spec))">\(source.variants)</td>\
            <td data-leg="\(label(.digest))"><code>\(source.digest)</code></td></tr>

            """
        }
        return """
            <section id="inputs">
            <h2>\(label(.inputs))</h2>
            <table class="files"><thead><tr><th>\(label(.leg))</th><th>\(label(.file))</th><th>\(label(.profile))</th><th>\(label(.styles))</th><th>\(label(.spec))</th><th>\(label(.digest))</th></tr></thead><tbody>
            \(rows)</tbody></table>
            <h2>\(label(.oddities))</h2>
            \(oddities)
            </section>
            </main>

            """
    }

    private var oddities: HTML {
        let odd = input.sources.filter { !$0.diagnostics.isEmpty }
        if odd.isEmpty { return "<p>\(label(.noOddities))</p>" }
        let lists = odd.map { source -> HTML in
            let kinds = source.diagnostics.byCount.map { code, count -> HTML in
                let kept = source.diagnostics.kept.filter { $0.code == code }
                let lines = kept.map { "<li><bdi>\($0.place.description)</bdi> \($0.message)</li>" as HTML }
                return "<details><summary><code>\(code)</code> <b>\(count)</b></summary><ul>\(lines)</ul></details>\n"
            }
            return "<h3><bdi>\(source.name)</bdi></h3>\n\(kinds)"
        }
        return "<p class=\"help\">\(label(.oddityHelp))</p>\(lists)"
    }
}
