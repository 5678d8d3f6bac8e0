namespace FluentScheduler;

public interface IJob
{
    void Execute();
}
