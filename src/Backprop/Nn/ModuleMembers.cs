using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;

namespace Backprop;

/// <summary>Finds parameters, buffers and modules in the fields of a module. Which fields to look at is found once per
/// type.</summary>
internal static class ModuleMembers
{
    private static readonly ConcurrentDictionary<Type, Place[]> Fields = new();

    /// <summary>Leaves that require a gradient.</summary>
    internal static List<(string Name, Tensor Value)> Parameters(Module root) =>
        Tensors(root, (tensor, _) => tensor.Origin is { Op: null });

    /// <summary>Tensors marked as state that require none.</summary>
    internal static List<(string Name, Tensor Value)> Buffers(Module root) =>
        Tensors(root, (tensor, isPersistent) => isPersistent && tensor.Origin is null);

    private static List<(string Name, Tensor Value)> Tensors(Module root, Func<Tensor, bool, bool> isWanted)
    {
        var found = new List<(string, Tensor)>();
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        Collect(root, "");
        return found;

        void Collect(Module module, string path)
        {
            if (!seen.Add(module))
                return;
            foreach (var (name, member, isPersistent) in Members(module))
            {
                if (member is Module child)
                    Collect(child, path + name + ".");
                else if (member is Tensor tensor && isWanted(tensor, isPersistent) && seen.Add(tensor))
                    found.Add((path + name, tensor));
            }
        }
    }

    internal static List<(string Name, Module Module)> Children(Module module) =>
        [.. Members(module).Where(m => m.Member is Module).Select(m => (m.Name, (Module)m.Member))];

    /// <summary>A module and all modules in it, each once.</summary>
    internal static IEnumerable<Module> All(Module root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var open = new Stack<Module>([root]);
        while (open.TryPop(out var module))
        {
            if (!seen.Add(module))
                continue;
            yield return module;
            foreach (var (_, child) in Children(module))
                open.Push(child);
        }
    }

    /// <summary>The tensors and modules that a module holds, in the order they are declared.</summary>
    private static IEnumerable<(string Name, object Member, bool IsPersistent)> Members(Module module) =>
        Fields.GetOrAdd(module.GetType(), PlacesOf).SelectMany(place =>
            Unfold(place.Name, place.Field.GetValue(module)).Select(m => (m.Name, m.Member, place.IsPersistent)));

    private static IEnumerable<(string Name, object Member)> Unfold(string name, object? value)
    {
        if (value is Layer layer && Module.Behind(layer) is { } target)
            return [(name, target)];
        if (value is Tensor or Module)
            return [(name, value)];
        string prefix = name.Length == 0 ? "" : name + ".";
        if (value is IDictionary named)
        {
            return named.Keys.Cast<object>().SelectMany(key =>
                Unfold(prefix + Convert.ToString(key, CultureInfo.InvariantCulture), named[key]));
        }
        if (value is IEnumerable list)
        {
            return list.Cast<object?>().SelectMany((item, i) =>
                Unfold(prefix + i.ToString(CultureInfo.InvariantCulture), item));
        }
        return [];
    }

    private static Place[] PlacesOf(Type type)
    {
        var found = new List<Place>();
        for (var level = type; level is not null && level != typeof(Module); level = level.BaseType)
        {
            var own = level.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic
                    | BindingFlags.DeclaredOnly)
                .Where(field => MayHold(field.FieldType))
                .OrderBy(field => field.MetadataToken)
                .Select(PlaceOf);
            found.InsertRange(0, own);
        }
        return [.. found];
    }

    /// <summary>The name in the source, as Python would spell it, and the mark: the compiler calls the field of a
    /// property <c>&lt;Name&gt;k__BackingField</c> and leaves the attributes on the property.</summary>
    private static Place PlaceOf(FieldInfo field)
    {
        int end = field.Name.IndexOf('>', StringComparison.Ordinal);
        string name = field.Name.StartsWith('<') && end > 1 ? field.Name[1..end] : field.Name;
        MemberInfo? property = name == field.Name ? null : field.DeclaringType!.GetProperty(name,
            BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly);
        bool isPersistent = field.IsDefined(typeof(PersistentAttribute))
            || property is not null && property.IsDefined(typeof(PersistentAttribute));
        return new Place(field.IsDefined(typeof(OwnKeysAttribute)) ? "" : SnakeCase(name), field, isPersistent);
    }

    /// <summary><c>InProjWeight</c> → <c>in_proj_weight</c>, <c>WeightIhL0</c> → <c>weight_ih_l0</c>.</summary>
    private static string SnakeCase(string name)
    {
        var text = new StringBuilder();
        foreach (char letter in name.TrimStart('_'))
        {
            if (char.IsUpper(letter) && text.Length > 0 && text[^1] != '_')
                text.Append('_');
            text.Append(char.ToLowerInvariant(letter));
        }
        return text.ToString();
    }

    /// <summary>Only what may hold parameters is opened, so that a list of a million numbers is not walked.</summary>
    private static bool MayHold(Type type)
    {
        if (type == typeof(Tensor) || type == typeof(Layer) || typeof(Module).IsAssignableFrom(type))
            return true;
        return type.GetInterfaces().Append(type)
            .Where(face => face.IsGenericType)
            .Where(face => face.GetGenericTypeDefinition() == typeof(IEnumerable<>)
                || face.GetGenericTypeDefinition() == typeof(IDictionary<,>))
            .Any(face => face.GetGenericArguments()[^1] is var item && item != type && MayHold(item));
    }

    /// <summary>A field in which tensors or modules may be.</summary>
    private sealed record Place(string Name, FieldInfo Field, bool IsPersistent);
}
