using Backprop.Checks;
using Backprop.Display;
using Backprop.Graphs;

namespace Backprop;

// Formatters/: how tensors, modules and trainings show themselves in a notebook, as HTML and as text.
// It computes nothing that a learner would want to compute, and knows no host.

/// <summary>
/// Teaches a session how the library's types are shown, and the library when a cell is interrupted; a host calls it once
/// at its start.
/// </summary>
public static class NotebookDefaults
{
    /// <summary>Registers every formatter of this library as a default: one of the learner's own still wins.</summary>
    public static void Register()
    {
        Interruption.Connect(() => RunningCell.IsInterrupted, RunningCell.ThrowIfInterrupted, RunningCell.Hold);
        GraphFormatter.Register();
        VerdictCard.Register();
        Formatter.RegisterDefault<Tensor>(TensorView.Of);
        Formatter.RegisterDefault<Module>(module => ModuleView.Of(new ModuleSummary(module)));
        Formatter.RegisterDefault<ModuleSummary>(ModuleView.Of);
        Formatter.RegisterDefault<ModuleDrawing>(drawing => drawing.ToBundle());
        Formatter.RegisterDefault<Exception>(ModuleView.OfFailure);
        RegisterTraining();
        RegisterData();
        RegisterPlots();
    }

    private static void RegisterTraining()
    {
        Formatter.RegisterDefault<History>(HistoryView.Of);
        Formatter.RegisterDefault<Evaluation>(ScoreViews.Of);
        Formatter.RegisterDefault<ConfusionMatrix>(ConfusionView.Of);
        Formatter.RegisterDefault<RocCurve>(ScoreViews.Of);
        Formatter.RegisterDefault<Optimizer>(OptimizerView.Of);
        Formatter.RegisterDefault<Schedule>(ScheduleView.Of);
        Formatter.RegisterDefault<ParameterChanges>(changes => changes.ToBundle());
        Formatter.RegisterDefault<TuningResults>(TuningView.Of);
        Formatter.RegisterDefault<Trial>(TuningView.Of);
    }

    private static void RegisterData()
    {
        Formatter.RegisterDefault<Table>(DataTableView.Of);
        Formatter.RegisterDefault<TensorDataset>(DatasetView.Of);
        Formatter.RegisterDefault<Dataset>(DatasetView.OfAny);
        Formatter.RegisterDefault<DataLoader>(DatasetView.OfLoader);
        Formatter.RegisterDefault<Vocabulary>(VocabularyView.Of);
    }

    private static void RegisterPlots()
    {
        Formatter.RegisterDefault<Figure>(FigureView.Of);
        Formatter.RegisterDefault<BoundaryRecorder>(BoundaryView);
        Formatter.RegisterDefault<LearningRateFinder>(finder => FigureView.Of(Plot.LearningRateFinder(finder)));
    }

    private static MimeBundle BoundaryView(BoundaryRecorder recorder) => recorder.Epochs.Count == 0
        ? new MimeBundle().Add(MimeBundle.Text, recorder.ToString())
        : FigureView.Of(Plot.DecisionBoundary(recorder));
}
