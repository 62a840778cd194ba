using Backprop.Kernel;
using Backprop.Tests.Documents;

namespace Backprop.Tests.Kernel;

public sealed class HistoryTests : IDisposable
{
    private readonly TempFolder folder = new();

    private string FilePath => Path.Combine(folder.Path, "sub", "history.jsonl");

    [Fact]
    public async Task Cells_are_there_again_in_the_next_session()
    {
        await using (var first = new HistoryFile(FilePath))
        {
            first.Add(1, "1+1", "2");
            first.Add(2, "var é = \"a\nb\";", null);
        }
        await using var second = new HistoryFile(FilePath);
        second.Add(1, "3", "3");
        (IReadOnlyList<HistoryEntry> entries, int session) = await second.ReadAsync();
        Assert.Equal(2, session);
        Assert.Equal([new(1, 1, "1+1", "2"), new(1, 2, "var é = \"a\nb\";"), new(2, 1, "3", "3")], entries);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
    }

    [Fact]
    public async Task Kernels_that_write_at_once_lose_nothing_and_have_numbers_of_their_own()
    {
        HistoryFile[] files = [.. Enumerable.Range(0, 4).Select(_ => new HistoryFile(FilePath))];
        for (int line = 1; line <= 50; line++)
            foreach (HistoryFile file in files)
                file.Add(line, $"cell {line}", null);
        foreach (HistoryFile file in files)
            await file.DisposeAsync();
        await using var last = new HistoryFile(FilePath);
        (IReadOnlyList<HistoryEntry> entries, int session) = await last.ReadAsync();
        Assert.Equal(200, entries.Count);
        Assert.Equal([1, 2, 3, 4], entries.Select(e => e.Session).Distinct().Order());
        Assert.Equal(5, session);
    }

    [Fact]
    public async Task A_damaged_line_costs_that_line_alone()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        await File.WriteAllTextAsync(FilePath, "{\"session\":3,\"line\":1,\"input\":\"a\"}\n{\"session\":3,\"li\n\nnull\n");
        await using var file = new HistoryFile(FilePath);
        file.Add(1, "b", null);
        Assert.Equal(["a", "b"], (await file.ReadAsync()).Entries.Select(e => e.Input));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_costs_the_history_alone()
    {
        await File.WriteAllTextAsync(Path.Combine(folder.Path, "sub"), "a file where a folder should be");
        await using var file = new HistoryFile(FilePath);
        file.Add(1, "a", null);
        Assert.Empty((await file.ReadAsync()).Entries);
    }

    [Fact]
    public void A_request_gets_the_end_a_range_or_what_matches()
    {
        HistoryEntry[] all =
        [
            new(1, 1, "var x = 1;"), new(1, 2, "x + 1", "2"), new(2, 1, "x + 1"), new(2, 2, "y[0]"), new(3, 1, "z"),
        ];
        string Ask(HistoryRequest request) =>
            string.Join(' ', HistoryQuery.Select(request, all, session: 3).Select(e => $"{e.Session}.{e.Line}"));
        Assert.Equal("2.2 3.1", Ask(new("tail", N: 2)));
        Assert.Equal("3.1", Ask(new("range")));
        Assert.Equal("2.1 2.2", Ask(new("range", Session: -1)));
        Assert.Equal("1.2", Ask(new("range", Session: 1, Start: 2, Stop: 3)));
        Assert.Equal("1.2 2.1", Ask(new("search", Pattern: "x +*")));
        Assert.Equal("2.1", Ask(new("search", Pattern: "x +*", Unique: true)));
        Assert.Equal("2.2", Ask(new("search", Pattern: "?[0]", N: 5)));
        Assert.Equal("", Ask(new("unheard of")));
    }

    public void Dispose() => folder.Dispose();
}
