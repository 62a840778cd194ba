using System.Globalization;
using System.Reflection;

namespace Backprop;

/// <summary>Reads the public fields and properties of objects whose class was written in a cell a minute ago.</summary>
internal static class Members
{
    /// <summary>A public field or readable property.</summary>
    public sealed record Member(string Name, Type Type, Func<object, object?> Get);

    /// <summary>The public fields and properties of a type, in the order of the source.</summary>
    public static IReadOnlyList<Member> Of(Type type)
    {
        const BindingFlags visible = BindingFlags.Public | BindingFlags.Instance;
        IEnumerable<Member> fields = type.GetFields(visible)
            .Select(field => new Member(field.Name, field.FieldType, field.GetValue));
        // An exception of a learner's property comes as it is, not wrapped in one of reflection.
        IEnumerable<Member> properties = type.GetProperties(visible)
            .Where(property => property.CanRead && property.GetIndexParameters().Length == 0)
            .Select(property => new Member(
                property.Name,
                property.PropertyType,
                owner => property.GetValue(owner, BindingFlags.DoNotWrapExceptions, null, null, null)));
        return [.. fields, .. properties];
    }

    /// <summary>The member with one of these names (the first name that exists wins) that passes the test.</summary>
    public static Member? Find(Type type, Func<Type, bool> fits, params string[] names)
    {
        IReadOnlyList<Member> all = Of(type);
        return names
            .Select(name => all.FirstOrDefault(member => member.Name == name && fits(member.Type)))
            .FirstOrDefault(member => member is not null);
    }

    /// <summary>True for the types that hold one plain number.</summary>
    public static bool IsNumber(Type type)
    {
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain == typeof(Half)
            || (!plain.IsEnum && Type.GetTypeCode(plain) is >= TypeCode.SByte and <= TypeCode.Decimal);
    }

    /// <summary>The number as a <see cref="double"/>; null for null.</summary>
    public static double? Number(object? value) => value switch
    {
        null => null,
        Half half => (double)half,
        _ => Convert.ToDouble(value, CultureInfo.InvariantCulture),
    };
}
