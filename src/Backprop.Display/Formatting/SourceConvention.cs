using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Backprop.Display;

/// <summary>
/// Formatters that a library ships without referring to us: its type carries an attribute whose class is named
/// <c>TypeFormatterSourceAttribute</c> (in any namespace) with a property <c>FormatterSourceType</c>. That class has a
/// method <c>CreateTypeFormatters()</c>; each item has <c>MimeType</c>, <c>Format(object, TextWriter)</c> that returns
/// false where it declines, and perhaps <c>Type</c>. Our own attribute is for other hosts: here its types are known. Other C# notebooks find the same attribute by the same rule.
/// </summary>
internal static class SourceConvention
{
    private const string AttributeName = "TypeFormatterSourceAttribute";
    private static readonly ConditionalWeakTable<Type, FormatterRegistry.Registration[]> Known = [];

    /// <summary>The formatters that the type's attribute names; none where it has no such attribute.</summary>
    public static IReadOnlyList<FormatterRegistry.Registration> Of(Type type) => Known.GetValue(type, Find);

    private static FormatterRegistry.Registration[] Find(Type type)
    {
        try
        {
            object? attribute = type.GetCustomAttributes(inherit: true)
                .FirstOrDefault(a => a.GetType().Name == AttributeName && a is not TypeFormatterSourceAttribute);
            return attribute is null ? [] : [.. Create(attribute, type)];
        }
        catch (Exception error) when (error is TargetInvocationException or MemberAccessException or TypeLoadException)
        {
            return [];
        }
    }

    private static IEnumerable<FormatterRegistry.Registration> Create(object attribute, Type type)
    {
        if (Property(attribute, "FormatterSourceType") is not Type source)
            yield break;

        object made = Activator.CreateInstance(source)!;
        if (source.GetMethod("CreateTypeFormatters", Type.EmptyTypes)?.Invoke(made, null) is not IEnumerable formatters)
            yield break;

        foreach (object formatter in formatters)
        {
            MethodInfo? format = formatter.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)]);
            if (format?.ReturnType != typeof(bool) || Property(formatter, "MimeType") is not string mime)
                continue;

            Type target = Property(formatter, "Type") as Type ?? type;
            yield return new(target, value => Run(formatter, format, mime, value), IsDefault: true);
        }
    }

    private static MimeBundle Run(object formatter, MethodInfo format, string mime, object value)
    {
        bool done = false;
        string text = FormatterRegistry.Written(writer => done = Call(formatter, format, value, writer));
        return done ? new MimeBundle().Add(mime, text) : new MimeBundle();
    }

    private static bool Call(object formatter, MethodInfo format, object value, TextWriter writer) =>
        (bool)format.Invoke(formatter, BindingFlags.DoNotWrapExceptions, null, [value, writer], null)!;

    private static object? Property(object of, string name) => of.GetType().GetProperty(name)?.GetValue(of);
}
