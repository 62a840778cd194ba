using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Backprop.Display;

namespace Backprop.Tests.Display;

public sealed class InteractTests
{
    [Fact]
    public void Each_position_stands_in_the_output_and_the_middle_one_is_chosen()
    {
        IElement card = Card(Interact.Slider("w", -1, 1, w => $"w is {w}", steps: 5));
        Assert.Equal(["−1", "−0.5", "0", "0.5", "1"], card.QuerySelectorAll(".bp-radio label").Select(l => l.TextContent));
        Assert.Equal(
            ["w is -1", "w is -0.5", "w is 0", "w is 0.5", "w is 1"], card.QuerySelectorAll(".states > div").Select(d => d.TextContent));
        Assert.Equal("2", card.QuerySelector("input[checked]")!.GetAttribute("value"));
        Assert.Equal("w: 5 positions from −1 to 1", card.GetAttribute("aria-label"));
    }

    [Fact]
    public void Positions_are_the_numbers_that_a_person_means()
    {
        var seen = new List<double>();
        Interact.Slider("w", 0, 1, w => { seen.Add(w); return w; });
        Assert.Equal([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1], seen);
        seen.Clear();
        Interact.Slider("rate", 0.001, 1, w => { seen.Add(w); return w; }, steps: 4, log: true);
        Assert.Equal([0.001, 0.01, 0.1, 1], seen);
    }

    [Fact]
    public void Whole_numbers_and_choices_have_a_position_each()
    {
        Assert.Equal(3, Card(Interact.Whole("n", 1, 3, n => n * n)).QuerySelectorAll("input").Length);
        IElement card = Card(Interact.Choose("f", ["<tanh>", "relu"], f => f));
        Assert.Equal(["<tanh>", "relu"], card.QuerySelectorAll("label").Select(l => l.TextContent));
        Assert.Null(card.QuerySelector("script"));
    }

    [Fact]
    public void Text_shows_the_start_and_names_the_others()
    {
        Assert.Equal("n: 1 2 [3]\nnine", Formatter.ToBundle(Interact.Whole("n", 1, 3, n => n == 3 ? "nine" : "x")).PlainText);
        Assert.Equal("5", Formatter.ToBundle(Interact.Button("Again", () => 5)).PlainText);
    }

    [Fact]
    public void What_a_function_prints_and_displays_is_in_its_state()
    {
        var outside = new List<Output>();
        using IDisposable sink = OutputSink.Use(outside.Add);
        IElement card = Card(Interact.Whole("n", 1, 2, n =>
        {
            Show.display(new Html($"<i>{n}</i>"));
            return n * 10;
        }));
        Assert.Empty(outside);
        Assert.Equal(["1", "10"], card.QuerySelector(".s0")!.Children.Select(c => c.TextContent));
    }

    [Fact]
    public void Styles_stand_once_and_an_output_stays_small_enough()
    {
        string html = Formatter.ToBundle(Interact.Whole("n", 1, 20, n => Chart.Line([1.0 * n, 2, 3])))
            .Formats[MimeBundle.Html].ToString()!;
        Assert.Equal(1, html.Split("--bp-value:").Length - 1);
        string large = Formatter.ToBundle(Interact.Whole("n", 1, 20, n => new Html(new string('x', 30_000)), start: 3))
            .Formats[MimeBundle.Html].ToString()!;
        Assert.True(large.Length < 200_000, $"{large.Length}");
        Assert.Contains("Showing 5 of 20 positions", large);
        Assert.Contains("value=\"2\" checked", large);
    }

    [Fact]
    public void A_function_that_fails_fails_where_it_is_called() =>
        Assert.Throws<InvalidOperationException>(() =>
            Interact.Whole("n", 1, 3, n => n < 2 ? n : throw new InvalidOperationException("no")));

    [Fact]
    public void A_range_that_is_none_is_named()
    {
        Assert.Equal("A slider goes from a number to a higher one; these are 1 and 0.",
            Assert.Throws<ArgumentException>(() => Interact.Slider("w", 1, 0, w => w)).Message);
        Assert.Equal("A slider goes from a number to a higher one, both above 0; these are 0 and 1.",
            Assert.Throws<ArgumentException>(() => Interact.Slider("w", 0, 1, w => w, log: true)).Message);
        Assert.StartsWith("A slider computes 2 to 41", Assert.Throws<ArgumentException>(() => Interact.Slider("w", 0, 1, w => w, steps: 1)).Message);
        Assert.StartsWith("2 to 41 whole numbers", Assert.Throws<ArgumentException>(() => Interact.Whole("n", 0, int.MaxValue, n => n)).Message);
        Assert.StartsWith("1 to 41 options", Assert.Throws<ArgumentException>(() => Interact.Choose("n", Array.Empty<int>(), n => n)).Message);
    }

    [Fact]
    public void A_name_with_markup_is_text()
    {
        string html = Formatter.ToBundle(Interact.Slider("<script>alert(1)</script>", 0, 1, w => "<b>"))
            .Formats[MimeBundle.Html].ToString()!;
        Assert.DoesNotContain("<script>alert", html);
        Assert.Contains("&lt;b&gt;", html);
    }

    [Fact]
    public void The_page_may_ask_for_what_lies_between()
    {
        Interaction slider = Interact.Slider("w", 0, 1, w => $"{w:0.000}");
        List<CommMessage> said = Talk(slider.Id!, """{"value":0.125}""", """{"value":7}""", "{}");
        Assert.Equal("""{"ready":true}""", said[0].Data.ToJsonString());
        Assert.Equal(["<pre>0.125</pre>", "<pre>1.000</pre>", "<pre>0.000</pre>"], said.Skip(1).Select(m => m.Data["html"]!.ToString()));
    }

    [Fact]
    public void A_button_runs_its_function_again()
    {
        int count = 0;
        Interaction button = Interact.Button("Again", () => ++count);
        Assert.Equal("<pre>2</pre>", Talk(button.Id!, "{}")[1].Data["html"]!.ToString());
    }

    [Fact]
    public void What_nobody_knows_is_closed()
    {
        _ = Interact.Button("Again", () => 1);
        Assert.Equal(CommStep.Close, Talk("none").Single().Step);
        var said = new List<Output>();
        using IDisposable sink = OutputSink.Use(said.Add);
        Comm.Take(new CommMessage(CommStep.Open, "a", "no.such.kind", []));
        Comm.Take(new CommMessage(CommStep.Send, "b", "", []));
        Assert.Equal([(CommStep.Close, "a"), (CommStep.Close, "b")],
            said.Cast<CommOutput>().Select(o => (o.Message.Step, o.Message.CommId)));
    }

    [Fact]
    public void A_comm_of_ones_own_gets_and_sends_until_it_is_closed()
    {
        Comm.Accept("test.twice", (comm, data) => comm.Received = sent =>
        {
            comm.Send(new JsonObject { ["n"] = (int)sent["n"]! * 2 });
            comm.Close();
        });
        var said = new List<Output>();
        using IDisposable sink = OutputSink.Use(said.Add);
        Comm.Take(new CommMessage(CommStep.Open, "t", "test.twice", []));
        Comm.Take(new CommMessage(CommStep.Send, "t", "", new JsonObject { ["n"] = 21 }));
        Comm.Take(new CommMessage(CommStep.Send, "t", "", new JsonObject { ["n"] = 1 }));
        Assert.Equal([CommStep.Send, CommStep.Close, CommStep.Close], said.Cast<CommOutput>().Select(o => o.Message.Step));
        Assert.Equal("""{"n":42}""", ((CommOutput)said[0]).Message.Data.ToJsonString());
    }

    private static List<CommMessage> Talk(string id, params string[] sent)
    {
        var said = new List<Output>();
        using IDisposable sink = OutputSink.Use(said.Add);
        string comm = Guid.NewGuid().ToString();
        Comm.Take(new CommMessage(CommStep.Open, comm, "backprop.interact", new JsonObject { ["id"] = id }));
        foreach (string data in sent)
            Comm.Take(new CommMessage(CommStep.Send, comm, "", JsonNode.Parse(data)!.AsObject()));
        return [.. said.Cast<CommOutput>().Select(o => o.Message)];
    }

    private static IElement Card(Interaction interaction) => new HtmlParser()
        .ParseDocument(Formatter.ToBundle(interaction).Formats[MimeBundle.Html].ToString()!).QuerySelector("figure.bp-card")!;
}
