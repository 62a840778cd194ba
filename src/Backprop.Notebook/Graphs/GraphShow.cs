using Backprop.Graphs;

namespace Backprop;

/// <summary>Adds <c>Graph.Show(x)</c> to notebooks.</summary>
public static class GraphShow
{
    extension(Graph)
    {
        /// <summary>
        /// Draws the graph behind any object, as <see cref="Graph.Of"/> finds it: a tensor, a scalar graph, a list of
        /// edges, or an object of a class of your own with <c>Value</c> or <c>Data</c>, <c>Grad</c> and <c>Inputs</c>.
        /// </summary>
        /// <param name="value">The object: the output of a calculation.</param>
        /// <param name="from">The node that slopes are taken by; every input if it is left out.</param>
        /// <param name="to">The node whose slopes are taken; the output if it is left out.</param>
        /// <exception cref="ArgumentException">
        /// The object has no graph, or no node of that name; the message says what is missing.
        /// </exception>
        public static void Show(object value, string? from = null, string? to = null)
        {
            Graph graph = Graph.Of(value);
            Display.Show.display(from is null && to is null
                ? graph
                : GraphFormatter.ToBundle(graph, new GraphRequest { From = from, To = to }));
        }
    }
}
