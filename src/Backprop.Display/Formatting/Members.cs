using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Backprop.Display;

/// <summary>What can be read off an object: its public properties and fields, by reflection.</summary>
internal static class Members
{
    private const BindingFlags Public = BindingFlags.Public | BindingFlags.Instance;

    /// <summary>The names and values; a property that throws has its error as value.</summary>
    public static IReadOnlyList<(string Name, object? Value)> Of(object value)
    {
        if (value is ITuple tuple)
            return [.. Enumerable.Range(0, tuple.Length).Select(i => (TextView.Invariant($"Item{i + 1}"), tuple[i]))];

        Type type = value.GetType();
        var result = new List<(string, object?)>();
        var seen = new HashSet<string>();
        foreach (PropertyInfo property in type.GetProperties(Public))
        {
            if (IsReadable(property) && seen.Add(property.Name))
                result.Add((property.Name, Read(() => property.GetValue(value))));
        }
        foreach (FieldInfo field in type.GetFields(Public))
        {
            if (seen.Add(field.Name) && !field.FieldType.IsPointer)
                result.Add((field.Name, Read(() => field.GetValue(value))));
        }
        return result;
    }

    /// <summary>
    /// True where the value is best shown by text of its own: a number, a string, a type with a written
    /// <c>ToString</c>.
    /// </summary>
    public static bool IsScalar(object? value)
    {
        if (value is null or string or IFormattable or Type or Delegate or Task or Failure)
            return true;
        Type type = value.GetType();
        return !IsTuple(type) && !IsPair(type) && !IsAnonymous(type) && HasOwnText(type);
    }

    /// <summary>True for <c>(1, "a")</c> and for <c>Tuple.Create(1, "a")</c>.</summary>
    public static bool IsTuple(Type type) => typeof(ITuple).IsAssignableFrom(type);

    /// <summary>True for a dictionary's entry.</summary>
    public static bool IsPair(Type type) =>
        type == typeof(DictionaryEntry)
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(KeyValuePair<,>));

    /// <summary>True for <c>new { A = 1 }</c>.</summary>
    public static bool IsAnonymous(Type type) =>
        type.Name.Contains("AnonymousType", StringComparison.Ordinal)
            && type.IsDefined(typeof(CompilerGeneratedAttribute));

    /// <summary>A property or a sequence that threw; shown in the place of its value.</summary>
    internal sealed record Failure(Exception Error)
    {
        public override string ToString() => $"threw {Error.GetType().Name}: {Error.Message}";
    }

    /// <summary>Runs foreign code; what it throws becomes a <see cref="Failure"/>.</summary>
    public static object? Read(Func<object?> read)
    {
        try
        {
            return read();
        }
        catch (TargetInvocationException error)
        {
            return new Failure(error.InnerException ?? error);
        }
#pragma warning disable CA1031 // A learner's property may throw anything; showing the others must go on.
        catch (Exception error)
#pragma warning restore CA1031
        {
            return new Failure(error);
        }
    }

    // A record's ToString is written by the compiler, so its members say more.
    private static bool HasOwnText(Type type)
    {
        MethodInfo? toString = type.GetMethod(nameof(ToString), Public, Type.EmptyTypes);
        Type? declarer = toString?.DeclaringType;
        return declarer is not null
            && declarer != typeof(object)
            && declarer != typeof(ValueType)
            && !toString!.IsDefined(typeof(CompilerGeneratedAttribute));
    }

    private static bool IsReadable(PropertyInfo property) =>
        property.GetMethod is { IsPublic: true }
        && property.GetIndexParameters().Length == 0
        && property.Name != "EqualityContract"
        && !property.PropertyType.IsByRef
        && !property.PropertyType.IsByRefLike
        && !property.PropertyType.IsPointer;
}
