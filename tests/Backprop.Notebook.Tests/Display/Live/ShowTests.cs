using Backprop.Display;

namespace Backprop.Tests.Display;

public class ShowTests
{
    private readonly List<Output> outputs = [];

    [Fact]
    public void Display_publishes_the_value_and_update_replaces_it_under_the_same_name()
    {
        using (OutputSink.Use(outputs.Add))
        {
            DisplayHandle handle = Show.display(1);
            handle.Update(2);
        }

        var shown = Assert.IsType<DisplayOutput>(outputs[0]);
        var updated = Assert.IsType<UpdateOutput>(outputs[1]);
        Assert.Equal("1", shown.Data.PlainText);
        Assert.Equal("2", updated.Data.PlainText);
        Assert.Equal(shown.Id, updated.Id);
    }

    [Fact]
    public void Two_displays_have_two_names()
    {
        using (OutputSink.Use(outputs.Add))
            Assert.NotEqual(Show.display(1).Id, 1.Display().Id);
    }

    [Fact]
    public void A_handle_as_a_cells_last_expression_shows_nothing()
    {
        using (OutputSink.Use(outputs.Add))
            Assert.Empty(Formatter.ToBundle(Show.display(1)).Formats);
    }

    [Fact]
    public void Only_the_asked_formats_are_sent()
    {
        using (OutputSink.Use(outputs.Add))
            new { A = 1 }.Display("text/html");
        Assert.Equal([MimeBundle.Html], Assert.IsType<DisplayOutput>(outputs[0]).Data.Formats.Keys);
    }

    [Fact]
    public void Text_can_be_displayed_as_another_format()
    {
        using (OutputSink.Use(outputs.Add))
            "<b>x</b>".DisplayAs("text/html");
        Assert.Equal("<b>x</b>", Assert.IsType<DisplayOutput>(outputs[0]).Data.Formats[MimeBundle.Html]);
    }

    [Fact]
    public async Task A_task_started_under_a_sink_keeps_it_after_the_sink_is_gone()
    {
        var gate = new TaskCompletionSource();
        Task late;
        using (OutputSink.Use(outputs.Add))
        {
            late = Task.Run(async () =>
            {
                await gate.Task;
                Show.display("late");
            });
        }
        gate.SetResult();
        await late;
        Assert.Equal("late", Assert.IsType<DisplayOutput>(Assert.Single(outputs)).Data.PlainText);
    }

    [Fact]
    public void Sinks_nest()
    {
        var inner = new List<Output>();
        using (OutputSink.Use(outputs.Add))
        {
            using (OutputSink.Use(inner.Add))
                Show.display(1);
            Show.display(2);
        }
        Assert.Single(inner);
        Assert.Single(outputs);
    }

    [Fact]
    public void Clearing_is_an_output_of_its_own()
    {
        using (OutputSink.Use(outputs.Add))
            Show.clearOutput(wait: true);
        Assert.Equal(new ClearOutput(Wait: true), Assert.Single(outputs));
    }
}
