using Backprop.Display;

namespace Backprop;

// Charts/: charts of the library's own types, in the words of Chart. How anything is drawn stands in Display.

/// <summary>
/// Tensors where <see cref="Chart"/> takes numbers: <c>Chart.Line(x, y)</c>, <c>Chart.Heatmap(weight)</c>.
/// </summary>
public static class TensorCharts
{
    extension(Chart)
    {
        /// <summary>Points joined by a line. x and y: [n].</summary>
        public static Chart Line(
            Tensor x,
            Tensor y,
            string? Name = null,
            bool ShowMarkers = false,
            SeriesRole Role = SeriesRole.Auto,
            bool? Dashed = null) =>
            Chart.Line(Row(x, "x of Chart.Line"), Row(y, "y of Chart.Line"), Name, ShowMarkers, Role, Dashed);

        /// <summary>Points joined by a line. y: [n].</summary>
        public static Chart Line<TX>(
            IEnumerable<TX> x,
            Tensor y,
            string? Name = null,
            bool ShowMarkers = false,
            SeriesRole Role = SeriesRole.Auto,
            bool? Dashed = null) =>
            Chart.Line(x, Row(y, "y of Chart.Line"), Name, ShowMarkers, Role, Dashed);

        /// <summary>Points joined by a line. x: [n].</summary>
        public static Chart Line<TY>(
            Tensor x,
            IEnumerable<TY> y,
            string? Name = null,
            bool ShowMarkers = false,
            SeriesRole Role = SeriesRole.Auto,
            bool? Dashed = null) =>
            Chart.Line(Row(x, "x of Chart.Line"), y, Name, ShowMarkers, Role, Dashed);

        /// <summary>A line over 0, 1, 2 … y: [n].</summary>
        public static Chart Line(
            Tensor y,
            string? Name = null,
            bool ShowMarkers = false,
            SeriesRole Role = SeriesRole.Auto,
            bool? Dashed = null) =>
            Chart.Line(Row(y, "y of Chart.Line"), Name, ShowMarkers, Role, Dashed);

        /// <summary>Points. x and y: [n].</summary>
        public static Chart Point(
            Tensor x,
            Tensor y,
            string? Name = null,
            IEnumerable<string>? MultiText = null,
            SeriesRole Role = SeriesRole.Auto) =>
            Chart.Point(Row(x, "x of Chart.Point"), Row(y, "y of Chart.Point"), Name, MultiText, Role);

        /// <summary>Points. y: [n].</summary>
        public static Chart Point<TX>(
            IEnumerable<TX> x,
            Tensor y,
            string? Name = null,
            IEnumerable<string>? MultiText = null,
            SeriesRole Role = SeriesRole.Auto) =>
            Chart.Point(x, Row(y, "y of Chart.Point"), Name, MultiText, Role);

        /// <summary>Points. x: [n].</summary>
        public static Chart Point<TY>(
            Tensor x,
            IEnumerable<TY> y,
            string? Name = null,
            IEnumerable<string>? MultiText = null,
            SeriesRole Role = SeriesRole.Auto) =>
            Chart.Point(Row(x, "x of Chart.Point"), y, Name, MultiText, Role);

        /// <summary>Upright columns over 0, 1, 2 … values: [n].</summary>
        public static Chart Column(Tensor values, string? Name = null, SeriesRole Role = SeriesRole.Auto) =>
            Chart.Column(Row(values, "values of Chart.Column"), Name, Role);

        /// <summary>Upright columns, one for each key. values: [n].</summary>
        public static Chart Column<TK>(
            Tensor values, IEnumerable<TK> Keys, string? Name = null, SeriesRole Role = SeriesRole.Auto) =>
            Chart.Column(Row(values, "values of Chart.Column"), Keys, Name, Role);

        /// <summary>How many numbers fall into each of some equal bins. x: any shape.</summary>
        public static Chart Histogram(
            Tensor x, string? Name = null, int? NBinsX = null, SeriesRole Role = SeriesRole.Auto) =>
            Chart.Histogram(All(x), Name, NBinsX, Role);

        /// <summary>A line, and the area between it and zero. x and y: [n].</summary>
        public static Chart Area(Tensor x, Tensor y, string? Name = null, SeriesRole Role = SeriesRole.Auto) =>
            Chart.Area(Row(x, "x of Chart.Area"), Row(y, "y of Chart.Area"), Name, Role);

        /// <summary>A line, and the area between it and zero. y: [n].</summary>
        public static Chart Area<TX>(
            IEnumerable<TX> x, Tensor y, string? Name = null, SeriesRole Role = SeriesRole.Auto) =>
            Chart.Area(x, Row(y, "y of Chart.Area"), Name, Role);

        /// <summary>A box from the first to the third quartile. y: any shape.</summary>
        public static Chart BoxPlot(Tensor y, string? Name = null, SeriesRole Role = SeriesRole.Auto) =>
            Chart.BoxPlot(All(y), Name, Role);
    }

    internal static double[] All(Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return tensor.Detach().ToArray<double>();
    }

    // A column [n, 1] or a row [1, n] is a list of n numbers too.
    internal static double[] Row(Tensor tensor, string what)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (Enumerable.Range(0, tensor.Shape.Rank).Count(axis => tensor.Shape[axis] != 1) > 1)
        {
            throw new ArgumentException(
                $"{what} has shape {tensor.Shape}, but a chart needs one list of numbers. "
                + "Take a column: tensor[.., 0].");
        }
        return All(tensor);
    }

    internal static double[,] Matrix(Tensor tensor, string what)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (tensor.Shape.Rank != 2)
        {
            throw new ArgumentException(
                $"{what} has shape {tensor.Shape}, but a grid needs [rows, columns]. Take a slice: tensor[0].");
        }
        double[] flat = All(tensor);
        var matrix = new double[tensor.Shape[0], tensor.Shape[1]];
        System.Buffer.BlockCopy(flat, 0, matrix, 0, flat.Length * sizeof(double));
        return matrix;
    }
}
