#pragma warning disable IDE0130 // The names are another product's.
namespace Microsoft.DotNet.Interactive.Directives;

public class KernelActionDirective(string name, string? description = null)
{
    public string Name { get; init; } = name;

    public string? Description { get; set; } = description;

    public ICollection<KernelDirectiveParameter> Parameters { get; } = new ParameterList();

    // What that host refuses, so does this one.
    private sealed class ParameterList : System.Collections.ObjectModel.Collection<KernelDirectiveParameter>
    {
        protected override void InsertItem(int index, KernelDirectiveParameter item)
        {
            if (this.Any(other => other.Name == item.Name))
                throw new ArgumentException($"Directive already contains a parameter named '{item.Name}'.");
            if (item.AllowImplicitName && this.Any(other => other.AllowImplicitName))
                throw new ArgumentException("Only one parameter on a directive can have AllowImplicitName set to true.");
            base.InsertItem(index, item);
        }
    }
}

public class KernelDirectiveParameter(string name, string? description = null)
{
    private readonly List<Func<IEnumerable<string>>> completions = [];

    public string Name { get; } = name;

    public string Description { get; init; } = description ?? "";

    public bool AllowImplicitName { get; init; }

    public bool Flag { get; init; }

    public bool Required { get; init; }

    public IEnumerable<string> Completions => completions.SelectMany(source => source());

    public KernelDirectiveParameter AddCompletions(Func<IEnumerable<string>> getCompletions)
    {
        completions.Add(getCompletions);
        return this;
    }
}
