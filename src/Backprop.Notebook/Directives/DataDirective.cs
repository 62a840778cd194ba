using System.Globalization;
using System.Reflection;
using Backprop.Display;

namespace Backprop;

/// <summary><c>#!data moons --count 200 --into data</c>: what <see cref="Datasets"/> has, by name.</summary>
internal static class DataDirective
{
    private static readonly string[] Settings = ["count", "noise", "seed"];

    public static Directive Create() => new("#!data", "puts a built-in data set into a variable", Run)
    {
        Arguments =
        [
            DirectiveOption.Choice("name", "which one", [.. Known.Keys]) with { IsRequired = true },
        ],
        Options =
        [
            DirectiveOption.Of<int>("--count", "how many examples; its own number unless given"),
            DirectiveOption.Of<double>("--noise", "how much they scatter; its own unless given"),
            DirectiveOption.Of<long>("--seed", "the same seed gives the same examples") with { Default = 0L },
            DirectiveOption.Of<double>("--validation", "the share that is held back, in the variable `validation`"),
            DirectiveOption.Of<string>("--into", "the variable") with { Default = "data" },
        ],
    };

    // A new data set appears here by itself: its method or property is its name.
    private static readonly SortedDictionary<string, MemberInfo> Known = new(
        typeof(Datasets).GetMembers(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(member => member is MethodInfo { IsSpecialName: false, ReturnType: var made } && made == typeof(TensorDataset)
                || member is PropertyInfo { PropertyType: var type } && type == typeof(Table))
            .ToDictionary(member => Kebab(member.Name)), StringComparer.Ordinal);

    private static async Task Run(DirectiveCall call)
    {
        string into = call.Get<string>("--into");
        object data = Make(call);
        if (call.Has("--validation"))
        {
            (data, TensorDataset held) = Split(call, data);
            await call.Host.SetVariable("validation", held);
        }
        await call.Host.SetVariable(into, data);
        Show.display(data is TensorDataset set
            ? $"{into}: {set}"
            : $"{into}: a table of {NumberText.Count(((Table)data).Count)} rows: {string.Join(", ", ((Table)data).ColumnNames)}");
    }

    private static object Make(DirectiveCall call)
    {
        string name = call.Get<string>("name");
        MemberInfo member = Known[name];
        ParameterInfo[] parameters = member is MethodInfo method ? method.GetParameters() : [];
        foreach (string setting in Settings.Where(s => call.Has("--" + s)))
        {
            if (parameters.All(p => p.Name != setting))
                throw new DirectiveException($"{name} has no --{setting}. Leave the option out.", "--" + setting);
        }
        if (call.Has("--count"))
            call.Whole("--count");
        if (member is PropertyInfo property)
            return property.GetValue(null)!;
        object?[] values = [.. parameters.Select(p => call.Has("--" + p.Name)
            ? Convert.ChangeType(call.Get<object>("--" + p.Name), p.ParameterType, CultureInfo.InvariantCulture)
            : p.DefaultValue)];
        try
        {
            return ((MethodInfo)member).Invoke(null, BindingFlags.DoNotWrapExceptions, null, values, null)!;
        }
        catch (ArgumentException error)
        {
            throw new DirectiveException($"{name}: {error.Message}", "name");
        }
    }

    private static (TensorDataset First, TensorDataset Held) Split(DirectiveCall call, object data)
    {
        const string Name = "--validation";
        if (data is not TensorDataset set)
        {
            throw new DirectiveException(
                $"{Name}: {call.Get<string>("name")} is a table. Make a data set of it first: data.ToDataset().", Name);
        }
        try
        {
            return set.Split(1 - call.Positive(Name), shuffle: true, seed: 0);
        }
        catch (ArgumentException error)
        {
            throw new DirectiveException($"{Name}: a share between 0 and 1 is needed. {error.Message}", Name);
        }
    }

    private static string Kebab(string name) => string.Concat(name.Select((c, i) =>
        char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));
}
