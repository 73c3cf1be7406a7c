using System.Reflection;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Cycle.Dashboard.Web.Security;

/// <summary>Holds every handler that changes something to its <see cref="NeedsAttribute"/>; one without is a fault of ours and refused.</summary>
internal sealed class NeedsFilter(IAuthorizationService authorization) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var method = context.HandlerMethod?.MethodInfo;
        var needs = method?.GetCustomAttribute<NeedsAttribute>()?.Policy;
        var isOpen = context.HandlerInstance.GetType().GetCustomAttribute<AllowAnonymousAttribute>() is not null;
        if (needs is null && !isOpen && !HttpMethods.IsGet(context.HttpContext.Request.Method) && !HttpMethods.IsHead(context.HttpContext.Request.Method))
        {
            context.Result = new ForbidResult();
        }
        else if (needs is not null && !(await authorization.AuthorizeAsync(context.HttpContext.User, needs)).Succeeded)
        {
            context.Result = new ForbidResult();
        }
        else
        {
            await next();
        }
    }
}
