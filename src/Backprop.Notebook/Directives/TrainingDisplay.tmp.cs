namespace Backprop;
internal sealed class TrainingDisplay : TrainingCallback
{
    public override void Ended(TrainingRun run) => Display.Show.display(run.History);
}
