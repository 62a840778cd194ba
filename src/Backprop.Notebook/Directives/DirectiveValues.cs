using System.Globalization;
using Backprop.Display;

namespace Backprop;

/// <summary>Values of options with a range, of which each error names the option.</summary>
internal static class DirectiveValues
{
    /// <summary>A whole number of at least so much.</summary>
    public static int Whole(this DirectiveCall call, string name, int least = 1)
    {
        int value = call.Get<int>(name);
        return value >= least ? value : throw Wrong(name, value, least);
    }

    /// <summary>A number above 0.</summary>
    public static double Positive(this DirectiveCall call, string name)
    {
        double value = call.Get<double>(name);
        return value > 0 && double.IsFinite(value) ? value : throw new DirectiveException(
            string.Create(CultureInfo.InvariantCulture, $"{name} {value}: a number above 0 is needed."), name);
    }

    /// <summary>One of several words, or what the text means as an expression.</summary>
    /// <param name="call">The directive.</param>
    /// <param name="name">The option.</param>
    /// <param name="made">The words and what they stand for.</param>
    public static async Task<T> OneOf<T>(this DirectiveCall call, string name, IReadOnlyDictionary<string, Func<T>> made)
    {
        string text = call.Get<string>(name);
        if (made.TryGetValue(text, out Func<T>? make))
            return make();
        try
        {
            return await call.Value<T>(name);
        }
        catch (DirectiveException error) when (error.Message.StartsWith("There is no variable", StringComparison.Ordinal))
        {
            throw new DirectiveException(
                $"{name} {text}: choose from {string.Join(", ", made.Keys)}, or name a variable.", name);
        }
    }

    /// <summary>A path as the learner means it: relative to the notebook.</summary>
    public static string Path(this DirectiveCall call, string name) =>
        System.IO.Path.GetFullPath(System.IO.Path.Combine(call.Host.Folder, call.Get<string>(name)));

    /// <summary>The names of what ends so in the notebook's folder, for completion.</summary>
    public static IEnumerable<string> Files(IDirectiveHost host, string pattern) =>
        Directory.Exists(host.Folder)
            ? Directory.EnumerateFiles(host.Folder, pattern).Select(p => System.IO.Path.GetFileName(p)).Order()
            : [];

    /// <summary>Numbers with commas between: <c>32,784</c>.</summary>
    public static int[] Numbers(this DirectiveCall call, string name)
    {
        string text = call.Get<string>(name);
        string[] parts = text.Trim('[', ']').Split([',', '×', ' '], StringSplitOptions.RemoveEmptyEntries);
        int[] numbers = new int[parts.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
                throw new DirectiveException($"{name} {text}: whole numbers with commas are needed, such as 32,784.", name);
        }
        return numbers;
    }

    private static DirectiveException Wrong(string name, int value, int least) => new(
        string.Create(CultureInfo.InvariantCulture, $"{name} {value}: a whole number of at least {least} is needed."), name);
}
