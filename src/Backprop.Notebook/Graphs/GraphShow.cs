namespace Backprop;

/// <summary>Adds <c>Graph.Show(x)</c> to notebooks.</summary>
public static class GraphShow
{
    extension(Graph)
    {
        /// <summary>
        /// Draws the graph behind any object, as <see cref="Graph.Of"/> finds it: a scalar graph, a list of edges, or an
        /// object of a class of your own with <c>Value</c> or <c>Data</c>, <c>Grad</c> and <c>Inputs</c>.
        /// </summary>
        /// <exception cref="ArgumentException">The object has no graph; the message says what is missing.</exception>
        public static void Show(object value) => Display.Show.display(Graph.Of(value));
    }
}
