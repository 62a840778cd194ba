using System.Text;
using CsvHelper;

namespace Backprop;

/// <summary>
/// Tables as text files with a separator between columns:
/// <c>Table people = Csv.Read("people.csv", words: ["city"])</c>. Fields may be quoted, as RFC 4180 says; a file may be compressed with gzip.
/// </summary>
/// <remarks>Read and written by CsvHelper. Numbers have a point, in every language.</remarks>
public static class Csv
{
    // An unclosed quotation mark at the top of a large file must not fill the memory.
    private const int LongestLine = 1 << 26;

    /// <summary>Reads a file.</summary>
    /// <param name="path">Where it lies.</param>
    /// <param name="header">Whether the first line names the columns. Otherwise they are <c>column1</c>,
    /// <c>column2</c>, …</param>
    /// <param name="delimiter">What stands between columns.</param>
    /// <param name="words">The columns that hold words. All others must hold numbers.</param>
    /// <param name="missing">How a missing number is written, besides an empty field: <c>NA</c>, <c>NaN</c> and
    /// <c>?</c> unless said otherwise. It becomes NaN.</param>
    /// <exception cref="InvalidDataException">The file is empty, a line has too many or too few fields, a number is
    /// none. The message names line and column.</exception>
    public static Table Read(string path, bool header = true, char delimiter = ',', string[]? words = null,
        string[]? missing = null)
    {
        using var file = DataFile.Open(path);
        return ReadFrom(file, Path.GetFileName(path), header, delimiter, words, missing);
    }

    /// <summary>Reads text: <c>Csv.Parse("x,y\n1,2")</c>.</summary>
    /// <param name="text">What a file would hold.</param>
    /// <param name="header">Whether the first line names the columns.</param>
    /// <param name="delimiter">What stands between columns.</param>
    /// <param name="words">The columns that hold words.</param>
    /// <param name="missing">How a missing number is written, besides an empty field.</param>
    /// <exception cref="InvalidDataException">As for a file.</exception>
    public static Table Parse(string text, bool header = true, char delimiter = ',', string[]? words = null,
        string[]? missing = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return ReadFrom(new MemoryStream(Encoding.UTF8.GetBytes(text)), "The text", header, delimiter, words, missing);
    }

    /// <summary>Writes a table with a header; a name that ends in <c>.gz</c> is compressed. What <see cref="Read"/>
    /// reads back is the same to the last bit.</summary>
    public static void Write(Table table, string path, char delimiter = ',')
    {
        ArgumentNullException.ThrowIfNull(table);
        DataFile.Write(path, stream => WriteTo(table, stream, delimiter));
    }

    internal static void WriteTo(Table table, Stream stream, char delimiter = ',')
    {
        // Spaces at the rim of a word would be trimmed when it is read, unless it is quoted.
        var options = new CsvWriterOptions
        {
            Separator = delimiter,
            NewLine = "\n",
            Quoting = CsvQuoting.WhenNeededOrWhitespace,
        };
        using var writer = CsvWriter.Create(stream, options, leaveOpen: true);
        string[][] columns = [.. table.Columns.Select(c => c.Texts().ToArray())];
        foreach (string name in table.ColumnNames)
            writer.WriteField(name);
        writer.EndRecord();
        for (int row = 0; row < table.Count; row++)
        {
            foreach (string[] column in columns)
                writer.WriteField(column[row]);
            writer.EndRecord();
        }
    }

    internal static Table ReadFrom(Stream stream, string name, bool header = true, char delimiter = ',',
        string[]? words = null, string[]? missing = null)
    {
        var options = new CsvReaderOptions
        {
            Separator = delimiter,
            HasHeader = false,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
            MaxRecordSize = LongestLine,
        };
        using var reader = CsvReader.Create(stream, options, leaveOpen: true);
        try
        {
            return new CsvTableReader(reader, name, words ?? [], missing ?? ["NA", "NaN", "?"]).Read(header);
        }
        catch (CsvFormatException bad)
        {
            throw new InvalidDataException($"{name}, line {Math.Max(1, bad.LineNumber)}: a quotation mark stands "
                + "inside a field that is not quoted, or one is never closed. Quote the whole field and double the marks in "
                + "it.", bad);
        }
        catch (InvalidDataException bad) when (!bad.Message.StartsWith(name, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{name} is no whole gzip file: {bad.Message}", bad);
        }
    }
}
