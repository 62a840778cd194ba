using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Backprop.Scripting;

/// <summary>
/// The lines that the compiled cells were written in. The runtime can find lines too, but it takes minutes where half a
/// million calls had filled the stack; here a place is looked up once.
/// </summary>
internal sealed class CellSymbols
{
    private readonly Lock gate = new();
    private readonly Dictionary<Assembly, MetadataReaderProvider> cells = [];
    private readonly Dictionary<(MethodBase, int), (string Path, int Line)?> found = [];

    /// <summary>Keeps the symbols of a cell (a portable PDB).</summary>
    public void Add(Assembly assembly, Stream symbols)
    {
        lock (gate)
            cells.Add(assembly, MetadataReaderProvider.FromPortablePdbStream(symbols));
    }

    /// <summary>Where an instruction of a method comes from; null where that is not a line of a cell.</summary>
    public (string Path, int Line)? Find(MethodBase method, int instruction)
    {
        lock (gate)
        {
            if (!found.TryGetValue((method, instruction), out (string, int)? place))
                found.Add((method, instruction), place = Look(method, instruction));
            return place;
        }
    }

    private (string Path, int Line)? Look(MethodBase method, int instruction)
    {
        if (!cells.TryGetValue(method.Module.Assembly, out MetadataReaderProvider? symbols))
            return null;
        MetadataReader reader = symbols.GetMetadataReader();
        var handle = (MethodDefinitionHandle)MetadataTokens.Handle(method.MetadataToken);
        SequencePoint last = reader.GetMethodDebugInformation(handle.ToDebugInformationHandle())
            .GetSequencePoints()
            .TakeWhile(point => point.Offset <= instruction)
            .LastOrDefault(point => !point.IsHidden);
        if (last.Document.IsNil)
            return null;
        return (reader.GetString(reader.GetDocument(last.Document).Name), last.StartLine);
    }
}
