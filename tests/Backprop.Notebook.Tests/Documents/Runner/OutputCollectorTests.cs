using System.Text;
using Backprop.Display;
using Backprop.Documents;

namespace Backprop.Tests.Documents;

public sealed class OutputCollectorTests
{
    private readonly OutputCollector collector = new(new OutputLimits(100, 1_000));
    private readonly NotebookCell cell = new(CellKind.Code, "c", "");
    private int stops;

    public OutputCollectorTests()
    {
        collector.Begin(cell, () => stops++);
    }

    [Fact]
    public void Text_of_one_stream_is_joined_and_the_streams_stay_apart()
    {
        Print("a\n", "b\n");
        collector.Add(new StreamOutput("e\n", IsError: true));
        Print("c\n");
        collector.End(null);

        Assert.Equal([("a\nb\n", false), ("e\n", true), ("c\n", false)],
            cell.Outputs.Cast<StreamEntry>().Select(s => (s.Text, s.IsError)));
    }

    [Fact]
    public void A_progress_bar_leaves_its_last_line()
    {
        Print("step 1", "\rstep 2", "\rstep 3\r", "\ndone\r\n");
        collector.End(null);

        Assert.Equal("step 3\ndone\n", Text(0));
    }

    [Fact]
    public void A_long_progress_bar_is_no_reason_to_cut()
    {
        for (int i = 0; i < 40; i++)
            Print($"\rstep {i:D4}");
        collector.End(null);

        Assert.Equal("step 0039", Text(0));
        Assert.Single(cell.Outputs);
    }

    [Fact]
    public void A_live_display_is_replaced_where_it_stands_also_from_a_later_cell()
    {
        Show("one", "chart");
        Show("other", "else");
        collector.Add(new UpdateOutput(Bundle("two"), "chart"));
        collector.End(null);
        var next = new NotebookCell(CellKind.Code, "d", "");
        collector.Begin(next, () => { });
        collector.Add(new UpdateOutput(Bundle("three"), "chart"));
        collector.Add(new UpdateOutput(Bundle("nobody"), "unknown"));
        collector.End(null);

        Assert.Equal(["three", "other"], cell.Outputs.Cast<DisplayEntry>().Select(d => d.Data.PlainText));
        Assert.Empty(next.Outputs);
    }

    [Fact]
    public void All_displays_of_one_name_are_replaced()
    {
        Show("a", "x");
        Show("b", "x");
        collector.Add(new UpdateOutput(Bundle("c"), "x"));
        collector.End(null);

        Assert.Equal(["c", "c"], cell.Outputs.Cast<DisplayEntry>().Select(d => d.Data.PlainText));
    }

    [Fact]
    public void Clearing_removes_what_was_shown()
    {
        Print("old");
        collector.Add(new ClearOutput(Wait: false));
        Print("new");
        collector.End(null);

        Assert.Equal("new", Text(0));
        Assert.Single(cell.Outputs);
    }

    [Fact]
    public void Clearing_may_wait_for_the_next_output()
    {
        Print("old");
        collector.Add(new ClearOutput(Wait: true));
        collector.End(null);
        Assert.Equal("old", Text(0));

        var next = new NotebookCell(CellKind.Code, "d", "");
        collector.Begin(next, () => { });
        collector.Add(new StreamOutput("old", IsError: false));
        collector.Add(new ClearOutput(Wait: true));
        collector.Add(new StreamOutput("new", IsError: false));
        collector.End(null);
        Assert.Equal("new", Assert.IsType<StreamEntry>(Assert.Single(next.Outputs)).Text);
    }

    [Fact]
    public void What_is_too_long_is_cut_with_a_note_and_the_value_is_kept_when_it_fits()
    {
        Print(new string('x', 60), new string('y', 60));
        Show(new string('z', 60));
        collector.End(new DisplayEntry(Bundle("")));

        Assert.Equal(new string('x', 60) + new string('y', 40), Text(0));
        Assert.Equal("Output cut here: at most 0 MB are kept, the cell wrote 0.0 MB.\n", Text(1));
        Assert.True(((StreamEntry)cell.Outputs[1]).IsError);
        Assert.IsType<DisplayEntry>(cell.Outputs[2]);
        Assert.Equal(3, cell.Outputs.Count);
        Assert.Equal(0, stops);
    }

    [Fact]
    public void The_cut_is_counted_in_bytes_and_halves_no_letter()
    {
        Print("a" + string.Concat(Enumerable.Repeat("😀", 30)));
        collector.End(null);

        Assert.Equal("a" + string.Concat(Enumerable.Repeat("😀", 24)), Text(0));
        Assert.True(Encoding.UTF8.GetByteCount(Text(0)) <= 100);
    }

    [Fact]
    public void A_display_that_is_too_large_is_left_out_with_a_note()
    {
        Show(new string('z', 101));
        collector.End(new DisplayEntry(Bundle(new string('v', 101))));

        Assert.StartsWith("Output cut here", Text(0), StringComparison.Ordinal);
        Assert.Single(cell.Outputs);
    }

    [Fact]
    public void Clearing_makes_room_again()
    {
        Print(new string('x', 200));
        collector.Add(new ClearOutput(Wait: false));
        Print("new");
        collector.End(null);

        Assert.Equal("new", Text(0));
        Assert.Single(cell.Outputs);
    }

    [Fact]
    public void A_live_chart_of_many_updates_counts_only_with_what_is_kept()
    {
        Show("start", "chart");
        for (int i = 0; i < 50; i++)
            collector.Add(new UpdateOutput(Bundle("update 1234"), "chart"));
        collector.End(null);

        Assert.Equal("update 1234", ((DisplayEntry)Assert.Single(cell.Outputs)).Data.PlainText);
        Assert.Equal(0, stops);
    }

    [Fact]
    public void Far_too_much_stops_the_cell_once()
    {
        for (int i = 0; i < 30; i++)
            Print(new string('x', 90));
        collector.End(null);

        Assert.Equal(1, stops);
        Assert.True(collector.IsTooMuch);
    }

    [Fact]
    public void Output_between_cells_is_dropped()
    {
        collector.End(null);
        Print("late");

        Assert.Empty(cell.Outputs);
    }

    private static MimeBundle Bundle(string text) => new MimeBundle().Add(MimeBundle.Text, text);

    private void Print(params string[] texts)
    {
        foreach (string text in texts)
            collector.Add(new StreamOutput(text, IsError: false));
    }

    private void Show(string text, string? id = null) => collector.Add(new DisplayOutput(Bundle(text), id));

    private string Text(int index) => ((StreamEntry)cell.Outputs[index]).Text;
}
