using System.Globalization;
using System.Reflection;
using Backprop.Display;

namespace Backprop;

/// <summary>The settings of an optimizer, a schedule and the like: its public numbers, switches and choices.</summary>
internal static class SettingsText
{
    public static IEnumerable<(string Name, string Value)> Of(object options)
    {
        foreach (PropertyInfo property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            bool isPlain = property.GetMethod is { IsPublic: true } && property.GetIndexParameters().Length == 0;
            if (isPlain && Text(property.GetValue(options)) is { } text)
                yield return (property.Name, text);
        }
    }

    private static string? Text(object? value) => value switch
    {
        double number => Number(number),
        int number => NumberText.Count(number),
        bool yes => yes ? "yes" : "no",
        Enum choice => choice.ToString(),
        IReadOnlyList<int> numbers => string.Join(" ", numbers.Select(n => n.ToString(CultureInfo.InvariantCulture))),
        _ => null,
    };

    // As it was typed: 0.9, 3e−4.
    private static string Number(double number) => Math.Abs(number) is 0 or >= 0.001 and < 100_000
        ? NumberText.Minus(number.ToString("0.######", CultureInfo.InvariantCulture))
        : NumberText.Minus(number.ToString("0.###e0", CultureInfo.InvariantCulture));
}
