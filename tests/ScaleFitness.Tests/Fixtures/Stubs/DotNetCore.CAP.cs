namespace DotNetCore.CAP;

public interface ICapSubscribe;
