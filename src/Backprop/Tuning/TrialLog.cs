using System.Text;
using System.Text.Json;

namespace Backprop;

/// <summary>
/// Finished trials in a file, a line of JSON each, added one by one. A process that is killed while it writes leaves a
/// line without an end, which the next one cuts off.
/// </summary>
internal sealed class TrialLog : IDisposable
{
    private const byte LineEnd = (byte)'\n';

    private readonly FileStream file;
    private readonly List<string> lines;

    /// <summary>Opens or begins a file.</summary>
    /// <exception cref="InvalidDataException">It is the file of another search.</exception>
    internal TrialLog(string path, string signature)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        try
        {
            lines = ReadWholeLines();
            string head = JsonSerializer.Serialize(new Head(signature));
            if (lines.Count == 0)
                Write(head);
            else if (Parse<Head>(0).Search != signature)
                throw Broken(0, $"is of another search ({Plain.Text(Parse<Head>(0).Search, 200)}). Take another file.");
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The trials that are in the file.</summary>
    /// <param name="space">Their space.</param>
    /// <param name="make">Makes a trial of number, values and budget.</param>
    internal List<TrialResult> Read(SearchSpace space, Func<int, object[], int, Trial> make)
    {
        var results = new List<TrialResult>();
        for (int i = 1; i < lines.Count; i++)
        {
            var line = Parse<Line>(i);
            if (line.Values?.Length != space.Names.Count)
                throw Broken(i, "has another number of values than the search space.");
            try
            {
                object[] values = [.. space.Dimensions.Zip(line.Values, (dimension, x) => dimension.Decode(x))];
                var trial = make(line.Trial, values, line.Budget);
                results.Add(new(trial, line.Score ?? double.NaN, TimeSpan.FromSeconds(line.Seconds)));
            }
            catch (InvalidDataException problem)
            {
                throw Broken(i, $"has a value outside the search space: {problem.Message}.");
            }
        }
        return results;
    }

    /// <summary>Adds a trial, and returns when the disk has it.</summary>
    internal void Append(SearchSpace space, TrialResult result) => Write(JsonSerializer.Serialize(new Line(
        result.Trial.Number, result.Trial.Budget,
        [.. space.Dimensions.Zip(result.Trial.Values, (dimension, value) => dimension.Encode(value))],
        result.IsFinite ? result.Score : null, result.Elapsed.TotalSeconds)));

    public void Dispose() => file.Dispose();

    private List<string> ReadWholeLines()
    {
        using var memory = new MemoryStream();
        file.CopyTo(memory);
        var bytes = memory.GetBuffer().AsSpan(0, (int)memory.Length);
        int whole = bytes.LastIndexOf(LineEnd) + 1;
        file.SetLength(whole);
        file.Position = whole;
        string text = Encoding.UTF8.GetString(bytes[..whole]);
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }

    private void Write(string line)
    {
        file.Write(Encoding.UTF8.GetBytes(line));
        file.WriteByte(LineEnd);
        file.Flush(flushToDisk: true);
    }

    private T Parse<T>(int index)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(lines[index]) ?? throw new JsonException();
        }
        catch (JsonException)
        {
            throw Broken(index, "cannot be read.");
        }
    }

    private InvalidDataException Broken(int index, string what) =>
        new($"Line {index + 1} of {Path.GetFileName(file.Name)} {what}");

    private sealed record Head(string Search);

    private sealed record Line(int Trial, int Budget, double[] Values, double? Score, double Seconds);
}
