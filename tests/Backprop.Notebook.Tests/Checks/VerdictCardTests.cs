using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Backprop.Checks;
using Backprop.Display;

namespace Backprop.Tests.Checks;

/// <summary>What a verdict looks like: the cause first, words before colour.</summary>
public class VerdictCardTests
{
    private static readonly PartResult Right = new("paths", PartState.Passed, 1, 1);

    [Fact]
    public void A_failed_part_is_named_first_with_its_message_and_hints_are_folded()
    {
        PartResult[] parts = [Right, NotYet("say `long`"), Waiting];
        IDocument card = Card(new Verdict("L08.d", "Count", parts) { Hints = ["a", "b", "c"] });
        Assert.Equal("▲ arrows: say long", card.QuerySelector(".bp-alarm")!.TextContent.Trim());
        Assert.Equal("long", card.QuerySelector(".bp-alarm code")!.TextContent);
        IEnumerable<string> chips = card.QuerySelectorAll("td .bp-chip").Select(chip => chip.TextContent);
        Assert.Equal(["✓ passed", "✗ not yet", "○ waits"], chips);
        Assert.Equal("see above", card.QuerySelectorAll("td[data-l]")[1].TextContent);
        Assert.Equal(3, card.QuerySelectorAll("details:not([open])").Length);
        Assert.Equal(
            "Exercise L08.d Count: not yet, 1 of 4 points", card.QuerySelector("figure")!.GetAttribute("aria-label"));
    }

    [Fact]
    public void A_pass_says_so_and_shows_no_hints()
    {
        IDocument card = Card(new Verdict("L08.d", "Count", [Right]) { Hints = ["a"], Attempt = 2 });
        Assert.Equal("✓ The only part is right.", card.QuerySelector(".bp-alarm.pass")!.TextContent.Trim());
        Assert.Contains("attempt 2", card.Body!.TextContent);
        Assert.DoesNotContain("Hint", card.Body.TextContent);
    }

    [Fact]
    public void Not_started_is_neutral()
    {
        IDocument card = Card(new Verdict("L08.d", "Count", [Waiting]) { Message = "not started: do", NotStarted = true });
        Assert.Equal("○ not started", card.QuerySelector(".bp-chip")!.TextContent);
        Assert.Empty(card.QuerySelectorAll(".bp-alarm, .fail"));
    }

    [Fact]
    public void What_a_learners_code_says_is_text_not_markup()
    {
        IDocument card = Card(new Verdict("L08.d", "Count", [NotYet("it threw <script>alert(1)</script>")]));
        Assert.Empty(card.QuerySelectorAll("script"));
        Assert.Contains("<script>", card.QuerySelector(".bp-alarm")!.TextContent);
    }

    private static PartResult Waiting => new("large", PartState.Waiting, 0, 1, "looked at when \"arrows\" is right");

    private static PartResult NotYet(string message) => new("arrows", PartState.NotYet, 0, 2, message);

    private static IDocument Card(Verdict verdict) =>
        new HtmlParser().ParseDocument(VerdictCard.ToBundle(verdict).Formats[MimeBundle.Html].ToString()!);
}
