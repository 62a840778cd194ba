using System.Globalization;

namespace Backprop.Documents;

/// <summary>What terminal codes have set so far: a colour, bold, italic, underlined.</summary>
internal sealed class AnsiStyle
{
    private static readonly string[] Colors = ["black", "red", "green", "yellow", "blue", "magenta", "cyan", "white"];

    private string? color;
    private bool isBold;
    private bool isItalic;
    private bool isUnderlined;

    /// <summary>The classes of the style, or an empty text.</summary>
    public string Classes => string.Join(' ', new[]
    {
        color is null ? "" : $"ansi-{color}", isBold ? "ansi-bold" : "", isItalic ? "ansi-italic" : "",
        isUnderlined ? "ansi-underline" : "",
    }.Where(c => c.Length > 0));

    /// <summary>Takes the codes between ESC [ and m.</summary>
    public void Change(string codes)
    {
        int[] numbers = [.. codes.Split(';', ':').Select(Number)];
        for (int i = 0; i < numbers.Length; i++)
            i += Change(numbers, i);
    }

    private static int Number(string code)
    {
        return int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
    }

    // How many more numbers belong to this one.
    private int Change(int[] numbers, int i)
    {
        switch (numbers[i])
        {
            case 0:
                (color, isBold, isItalic, isUnderlined) = (null, false, false, false);
                return 0;
            case 1 or 22:
                isBold = numbers[i] == 1;
                return 0;
            case 3 or 23:
                isItalic = numbers[i] == 3;
                return 0;
            case 4 or 24:
                isUnderlined = numbers[i] == 4;
                return 0;
            case >= 30 and <= 37 or >= 90 and <= 97:
                color = Colors[numbers[i] % 10];
                return 0;
            case 39:
                color = null;
                return 0;
            case 38 or 48:
                return ChangeExact(numbers, i, isText: numbers[i] == 38);
            default:
                return 0;
        }
    }

    // 256 and 16 million colours become the nearest of ours, which can be read on light and on dark.
    private int ChangeExact(int[] numbers, int i, bool isText)
    {
        int kind = i + 1 < numbers.Length ? numbers[i + 1] : 0;
        if (kind == 5 && i + 2 < numbers.Length)
        {
            if (isText)
                color = OfIndex(numbers[i + 2]);
            return 2;
        }
        if (kind == 2 && i + 4 < numbers.Length)
        {
            if (isText)
                color = Nearest(numbers[i + 2], numbers[i + 3], numbers[i + 4]);
            return 4;
        }
        return numbers.Length;
    }

    private static string? OfIndex(int index)
    {
        if (index < 16)
            return Colors[index % 8];
        if (index >= 232)
            return null;
        int cube = index - 16;
        return Nearest(cube / 36 * 51, cube / 6 % 6 * 51, cube % 6 * 51);
    }

    private static string? Nearest(int red, int green, int blue)
    {
        int middle = (Math.Max(red, Math.Max(green, blue)) + Math.Min(red, Math.Min(green, blue))) / 2;
        int index = (red > middle ? 1 : 0) + (green > middle ? 2 : 0) + (blue > middle ? 4 : 0);
        return index is 0 or 7 ? null : Colors[index];
    }
}
