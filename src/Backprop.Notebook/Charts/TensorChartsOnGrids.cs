using Backprop.Display;

namespace Backprop;

/// <summary>
/// Tensors where <see cref="Chart"/> takes numbers on a grid: <c>Chart.Heatmap(weight)</c>, <c>Chart.Surface(loss)</c>.
/// </summary>
public static class TensorChartsOnGrids
{
    extension(Chart)
    {
        /// <summary>Numbers on a grid, each a coloured cell, the first row on top. z: [rows, columns].</summary>
        public static Chart Heatmap(
            Tensor z, string? Name = null, bool? ShowValues = null, bool ShowScale = true, double? ZMax = null) =>
            Chart.Heatmap(TensorCharts.Matrix(z, "z of Chart.Heatmap"), Name, ShowValues, ShowScale, ZMax);

        /// <summary>Numbers on a grid whose columns and rows have names or positions. z: [rows, columns].</summary>
        public static Chart Heatmap<TX, TY>(
            Tensor z,
            IEnumerable<TX> X,
            IEnumerable<TY> Y,
            string? Name = null,
            bool? ShowValues = null,
            bool ShowScale = true,
            double? ZMax = null) =>
            Chart.Heatmap(TensorCharts.Matrix(z, "z of Chart.Heatmap"), X, Y, Name, ShowValues, ShowScale, ZMax);

        /// <summary>A picture in grey, the least number black, the largest white. z: [rows, columns].</summary>
        public static Chart Image(Tensor z, string? Name = null) =>
            Chart.Image(TensorCharts.Matrix(z, "z of Chart.Image"), Name);

        /// <summary>How many of some points fall into each cell of a grid. X and Y: [n].</summary>
        public static Chart Histogram2D(
            Tensor X, Tensor Y, string? Name = null, int? NBinsX = null, int? NBinsY = null) =>
            Chart.Histogram2D(
                TensorCharts.Row(X, "X of Chart.Histogram2D"),
                TensorCharts.Row(Y, "Y of Chart.Histogram2D"),
                Name,
                NBinsX,
                NBinsY);

        /// <summary>Lines of equal height over a grid of numbers. z: [rows, columns].</summary>
        public static Chart Contour<TX, TY>(
            Tensor z,
            IEnumerable<TX> x,
            IEnumerable<TY> y,
            string? Name = null,
            IEnumerable<double>? Levels = null,
            bool Filled = false,
            double? ZMax = null) =>
            Chart.Contour(TensorCharts.Matrix(z, "z of Chart.Contour"), x, y, Name, Levels, Filled, ZMax);

        /// <summary>Lines of equal height over a grid of numbers. z: [rows, columns], x: [columns], y: [rows].</summary>
        public static Chart Contour(
            Tensor z,
            Tensor x,
            Tensor y,
            string? Name = null,
            IEnumerable<double>? Levels = null,
            bool Filled = false,
            double? ZMax = null) =>
            Chart.Contour(
                TensorCharts.Matrix(z, "z of Chart.Contour"),
                TensorCharts.Row(x, "x of Chart.Contour"),
                TensorCharts.Row(y, "y of Chart.Contour"),
                Name,
                Levels,
                Filled,
                ZMax);

        /// <summary>Heights over rows and columns 0, 1, 2 … as a surface in space. z: [rows, columns].</summary>
        public static Chart Surface(Tensor z, string? Name = null) =>
            Chart.Surface(TensorCharts.Matrix(z, "z of Chart.Surface"), Name);

        /// <summary>Heights over a grid as a surface in space. z: [rows, columns].</summary>
        public static Chart Surface<TX, TY>(Tensor z, IEnumerable<TX> X, IEnumerable<TY> Y, string? Name = null) =>
            Chart.Surface(TensorCharts.Matrix(z, "z of Chart.Surface"), X, Y, Name);

        /// <summary>Heights over a grid as a surface in space. z: [rows, columns], X: [columns], Y: [rows].</summary>
        public static Chart Surface(Tensor z, Tensor X, Tensor Y, string? Name = null) =>
            Chart.Surface(
                TensorCharts.Matrix(z, "z of Chart.Surface"),
                TensorCharts.Row(X, "X of Chart.Surface"),
                TensorCharts.Row(Y, "Y of Chart.Surface"),
                Name);
    }
}
