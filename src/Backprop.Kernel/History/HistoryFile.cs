using System.Text;
using System.Text.Json;
using System.Threading.Channels;

namespace Backprop.Kernel;

// History/: the cells that people ran, in a file to which lines are added. It knows no messages.

/// <summary>
/// The history of all kernels of a user: a line of JSON for each cell. Several kernels may write at once. A history that
/// cannot be read or written is empty; no cell fails for it.
/// </summary>
internal sealed class HistoryFile : IAsyncDisposable
{
    private const long MostBytes = 8 << 20;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly string path;
    private readonly Channel<Action> work = Channel.CreateUnbounded<Action>();
    private readonly Task working;
    private int session;

    /// <param name="path">The file; it is made with the first cell.</param>
    public HistoryFile(string path)
    {
        this.path = path;
        working = Task.Run(async () =>
        {
            await foreach (Action next in work.Reader.ReadAllAsync())
                next();
        });
    }

    /// <summary>Adds a cell, soon.</summary>
    public void Add(int line, string input, string? output) => work.Writer.TryWrite(() => Use(stream =>
    {
        if (session == 0)
            session = Begin(stream);
        stream.Seek(0, SeekOrigin.End);
        stream.Write([.. Json.Write(new HistoryEntry(session, line, input, output)), (byte)'\n']);
    }));

    /// <summary>All cells, the oldest first, and the number of this session, once what was added before is there.</summary>
    public Task<(IReadOnlyList<HistoryEntry> Entries, int Session)> ReadAsync()
    {
        var read = new TaskCompletionSource<(IReadOnlyList<HistoryEntry>, int)>(
            TaskCreationOptions.RunContinuationsAsynchronously);
        if (!work.Writer.TryWrite(() => read.TrySetResult(Read())))
            read.TrySetResult(([], 1));
        return read.Task;
    }

    /// <summary>Writes what is left.</summary>
    public async ValueTask DisposeAsync()
    {
        work.Writer.TryComplete();
        await working;
    }

    private (IReadOnlyList<HistoryEntry> Entries, int Session) Read()
    {
        List<HistoryEntry> entries = [];
        if (File.Exists(path))
            Use(stream => entries = Entries(stream));
        return (entries, session == 0 ? Next(entries) : session);
    }

    // The number behind the last one; and the older half goes when the file has become long.
    private static int Begin(FileStream stream)
    {
        List<HistoryEntry> entries = Entries(stream);
        if (stream.Length > MostBytes)
        {
            stream.SetLength(0);
            foreach (HistoryEntry entry in entries.Skip(entries.Count / 2))
                stream.Write([.. Json.Write(entry), (byte)'\n']);
        }
        return Next(entries);
    }

    private static int Next(List<HistoryEntry> entries) =>
        1 + entries.Select(entry => entry.Session).DefaultIfEmpty(0).Max();

    // A line that does not parse, such as one that a full disk cut off, is passed over.
    private static List<HistoryEntry> Entries(FileStream stream)
    {
        stream.Seek(0, SeekOrigin.Begin);
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        var entries = new List<HistoryEntry>();
        while (reader.ReadLine() is { } line)
        {
            try
            {
                entries.Add(Json.Read<HistoryEntry>(Encoding.UTF8.GetBytes(line)));
            }
            catch (JsonException)
            {
            }
        }
        return entries;
    }

    // Opened for one writer at a time: others wait for a moment.
    private void Use(Action<FileStream> use)
    {
        long until = Environment.TickCount64 + (long)Patience.TotalMilliseconds;
        while (true)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                using var stream = new FileStream(path, Options());
                use(stream);
                return;
            }
            catch (IOException) when (Environment.TickCount64 < until)
            {
                Thread.Sleep(Pause);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                return;
            }
        }
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
        };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return options;
    }
}
