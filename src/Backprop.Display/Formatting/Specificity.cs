namespace Backprop.Display;

/// <summary>How closely a registered type fits a value's type; a smaller number fits better.</summary>
internal static class Specificity
{
    /// <summary>The registered type does not fit.</summary>
    public const int None = int.MaxValue;

    private const int Interfaces = 10_000;
    private const int Everything = 1_000_000;

    /// <summary>
    /// 0 for the type itself, then its base classes, then interfaces (the richer one first), then <c>object</c>.
    /// </summary>
    public static int Of(Type type, Type registered)
    {
        if (registered == typeof(object))
            return Everything;

        int distance = 0;
        for (Type? current = type; current is not null; current = current.BaseType, distance += 2)
        {
            if (current == registered)
                return distance;
            if (IsMadeFrom(current, registered))
                return distance + 1;
        }
        return registered.IsInterface ? OfInterface(type, registered) : None;
    }

    private static int OfInterface(Type type, Type registered)
    {
        foreach (Type candidate in type.GetInterfaces())
        {
            // An interface that extends others says more about the value than one of those.
            int rank = Interfaces - (2 * candidate.GetInterfaces().Length);
            if (candidate == registered)
                return rank;
            if (IsMadeFrom(candidate, registered))
                return rank + 1;
        }
        return registered.IsAssignableFrom(type) ? Interfaces + 2 : None;
    }

    private static bool IsMadeFrom(Type type, Type open) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == open;
}
