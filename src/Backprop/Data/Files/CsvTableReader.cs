using System.Globalization;
using CsvHelper;

namespace Backprop;

/// <summary>Turns the lines of one file into columns, and names line and column of what is wrong.</summary>
internal sealed class CsvTableReader(CsvReader reader, string file, string[] words, string[] missing)
{
    private string[] names = [];
    private List<double>?[] numbers = [];
    private List<string>?[] texts = [];

    internal Table Read(bool header)
    {
        if (!reader.Read())
            throw new InvalidDataException($"{file} is empty. A table needs at least one line.");
        string[] first = Fields();
        Name(header ? first : [.. first.Select(_ => "")]);
        if (!header)
            Add(first);
        while (reader.Read())
            Add(Fields());
        return new Table([.. names.Select((name, c) =>
            new TableColumn(name, numbers[c]?.ToArray(), texts[c]?.ToArray()))]);
    }

    private string[] Fields()
    {
        var fields = new string[reader.FieldCount];
        for (int c = 0; c < fields.Length; c++)
            fields[c] = reader.GetString(c);
        return fields;
    }

    private void Name(string[] header)
    {
        names = [.. header.Select((name, c) =>
            name.Length > 0 ? name : string.Create(CultureInfo.InvariantCulture, $"column{c + 1}"))];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        if (names.FirstOrDefault(name => !seen.Add(name)) is { } twice)
            throw new InvalidDataException($"{file}, line 1: two columns have the name {Short(twice)}. Rename one.");
        if (words.FirstOrDefault(word => !seen.Contains(word)) is { } unknown)
        {
            throw new InvalidDataException($"{file} has no column {unknown} to hold words. It has "
                + $"{Short(string.Join(", ", names), 200)}.");
        }
        numbers = [.. names.Select(name => words.Contains(name) ? null : new List<double>())];
        texts = [.. names.Select(name => words.Contains(name) ? new List<string>() : null)];
    }

    private void Add(string[] fields)
    {
        if (fields.Length != names.Length)
        {
            throw new InvalidDataException($"{file}, line {reader.LineNumber}: {Count(fields.Length)}, but the first "
                + $"line has {names.Length}. Is the delimiter the right one?");
        }
        for (int c = 0; c < fields.Length; c++)
        {
            texts[c]?.Add(fields[c]);
            numbers[c]?.Add(Number(fields[c], c));
        }
    }

    private double Number(string field, int column)
    {
        if (field.Length == 0 || missing.Contains(field))
            return double.NaN;
        if (double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out double number))
            return number;
        string name = Short(names[column]);
        throw new InvalidDataException($"{file}, line {reader.LineNumber}, column {column + 1} ({name}): "
            + $"\"{Short(field)}\" is no number. If the column holds words, say words: [\"{name}\"]; if that stands for "
            + "a missing number, say so with missing.");
    }

    private static string Count(int count) => count == 1 ? "1 field" : $"{count} fields";

    // A message is one line, whatever the file holds.
    private static string Short(string text, int most = 40) =>
        string.Concat(text.Take(most).Select(c => char.IsControl(c) ? ' ' : c)) + (text.Length > most ? "…" : "");
}
