using Backprop.Display;

namespace Backprop;

/// <summary><c>#!save net --to weights.safetensors</c></summary>
internal static class SaveDirective
{
    private const string Ending = ".safetensors";

    public static Directive Create() => new("#!save", "writes a network, a tensor or named tensors to a file", Run)
    {
        Arguments =
        [
            DirectiveOption.Of<string>("what", "a variable: a network, a tensor, a dictionary of tensors") with
            {
                IsRequired = true,
                Completions = host => host.Variables.Where(v => Tensors(v.Name, v.Value) is not null).Select(v => v.Name),
            },
        ],
        Options = [DirectiveOption.Of<string>("--to", "the file, relative to this notebook; its name unless given")],
    };

    private static async Task Run(DirectiveCall call)
    {
        string name = call.Get<string>("what");
        object value = await call.Value<object>("what");
        string file = call.Has("--to") ? call.Get<string>("--to") : name + Ending;
        if (Path.GetExtension(file).Length == 0)
            file += Ending;
        if (Path.GetExtension(file) != Ending)
            throw new DirectiveException($"--to {file}: the format is {Ending[1..]}; let the name end so.", "--to");
        if (Tensors(name, value) is not { } tensors)
        {
            throw new DirectiveException(
                $"{name} is neither a network nor tensors, so there is nothing to save.", "what");
        }
        try
        {
            Safetensors.Save(Path.GetFullPath(Path.Combine(call.Host.Folder, file)), tensors);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new DirectiveException($"--to {file}: {error.Message}", "--to");
        }
        long numbers = tensors.Sum(t => (long)t.Value.Shape.Size);
        string count = tensors.Count == 1 ? "1 tensor" : $"{NumberText.Count(tensors.Count)} tensors";
        Show.display($"{file}: {count}, {NumberText.Count(numbers)} numbers");
    }

    private static IReadOnlyCollection<KeyValuePair<string, Tensor>>? Tensors(string name, object? value) => value switch
    {
        Module module => [.. module.State()],
        Tensor tensor => [KeyValuePair.Create(name, tensor)],
        IEnumerable<KeyValuePair<string, Tensor>> named => [.. named],
        _ => null,
    };
}
