#pragma warning disable IDE0130, CA1724, CA1000 // The names are another product's.
using System.Globalization;

namespace Microsoft.DotNet.Interactive.Formatting;

public delegate bool FormatDelegate<in T>(T value, FormatContext context);

public sealed class FormatContext;

public static class Formatter
{
    private static readonly List<(Type Type, Action<object, TextWriter> Format, string MimeType)> Registered = [];

    public static Dictionary<Type, string[]> Preferred { get; } = [];

    public static IEnumerable<(Type Type, string MimeType)> RegisteredTypes => Registered.Select(r => (r.Type, r.MimeType));

    public static void Register(Type type, FormatDelegate<object> formatter, string mimeType = "text/plain") =>
        throw new NotSupportedException();

    public static void Register(Type type, Action<object, TextWriter> formatter, string mimeType = "text/plain") =>
        Registered.Add((type, formatter, mimeType));

    public static void SetPreferredMimeTypesFor(Type type, params string[] preferredMimeTypes) =>
        Preferred[type] = preferredMimeTypes;

    public static string ToDisplayString(this object value, string mimeType = "text/plain")
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var found = Registered.LastOrDefault(r => r.MimeType == mimeType && r.Type.IsInstanceOfType(value));
        if (found.Format is not null)
            found.Format(value, writer);
        else if (!ByAttribute(value, mimeType, writer))
            writer.Write(value);
        return writer.ToString();
    }

    // A type may name its formatters by an attribute of this name, in any namespace.
    private static bool ByAttribute(object value, string mimeType, TextWriter writer)
    {
        object? attribute = value.GetType().GetCustomAttributes(inherit: true)
            .FirstOrDefault(a => a.GetType().Name == "TypeFormatterSourceAttribute");
        if (attribute is null)
            return false;
        var type = (Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!;
        object source = Activator.CreateInstance(type)!;
        var made = (System.Collections.IEnumerable)type.GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;
        object? fits = made.Cast<object>()
            .FirstOrDefault(f => (string)f.GetType().GetProperty("MimeType")!.GetValue(f)! == mimeType);
        return fits is not null && (bool)fits.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)])!
            .Invoke(fits, [value, writer])!;
    }
}

public sealed record FormattedValue(string MimeType, string Value)
{
    public static IReadOnlyList<FormattedValue> CreateManyFromObject(object value, params string[] mimeTypes) =>
        [.. mimeTypes.Select(mime => new FormattedValue(mime, value.ToDisplayString(mime)))];
}

public sealed class DisplayedValue(
    object value, IReadOnlyList<FormattedValue> formattedValues, KernelInvocationContext context)
{
    public string DisplayId { get; } = Guid.NewGuid().ToString();

    public object Value { get; private set; } = value;

    public IReadOnlyList<FormattedValue> FormattedValues { get; private set; } = formattedValues;

    public void Update(object updatedValue)
    {
        Value = updatedValue;
        FormattedValues = FormattedValue.CreateManyFromObject(
            updatedValue, [.. FormattedValues.Select(f => f.MimeType)]);
        context.Shown.Add((DisplayId, FormattedValues));
    }
}
