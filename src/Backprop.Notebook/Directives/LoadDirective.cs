using Backprop.Display;

namespace Backprop;

/// <summary><c>#!load weights.safetensors --into net</c></summary>
internal static class LoadDirective
{
    public static Directive Create() => new("#!load", "reads a file of tensors into a network or a variable", Run)
    {
        Arguments =
        [
            DirectiveOption.Of<string>("file", "a .safetensors file, relative to this notebook") with
            {
                IsRequired = true,
                Completions = host => DirectiveValues.Files(host, "*.safetensors"),
            },
        ],
        Options =
        [
            DirectiveOption.Value<Module>("--into", "a network, which takes the numbers over; any other name becomes a "
                + "variable") with { IsRequired = true },
        ],
    };

    private static async Task Run(DirectiveCall call)
    {
        (string file, string into) = (call.Get<string>("file"), call.Get<string>("--into"));
        OrderedDictionary<string, Tensor> tensors = Read(call.Path("file"), file);
        if (call.Host.Variables.FirstOrDefault(v => v.Name == into)?.Value is Module net)
        {
            Show.display(Taken(net, tensors, into).ToString());
            return;
        }
        await call.Host.SetVariable(into, tensors.Count == 1 ? tensors.GetAt(0).Value : tensors);
        Show.display($"{into}: {string.Join(", ", tensors.Take(8).Select(t => $"{t.Key} {t.Value.Shape}"))}"
            + (tensors.Count > 8 ? $" and {NumberText.Count(tensors.Count - 8)} more" : ""));
    }

    private static OrderedDictionary<string, Tensor> Read(string path, string file)
    {
        if (!File.Exists(path))
            throw new DirectiveException($"{file}: there is no such file beside this notebook.", "file");
        try
        {
            return Safetensors.Load(path);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new DirectiveException($"{file}: {error.Message}", "file");
        }
    }

    private static LoadReport Taken(Module net, OrderedDictionary<string, Tensor> tensors, string into)
    {
        try
        {
            return net.Load(tensors);
        }
        catch (Exception error) when (error is ArgumentException or InvalidOperationException or InvalidDataException)
        {
            throw new DirectiveException($"--into {into}: {error.Message}", "--into");
        }
    }
}
