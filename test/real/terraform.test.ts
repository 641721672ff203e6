import { expect, it } from "vitest";
import { systemOf } from "../support/systems.ts";
import { rootModule } from "./terraform.ts";

it("plans the showcase for the host that is asked for", () => {
  const module = rootModule(systemOf("dev", { environment: "prod" }));
  expect(module.plan().resources.get("aws_autoscaling_group.web")).toMatchObject({ max_size: 12 });
  expect(module.plan({ host: "shop.example.org" }).outputs).toMatchObject({ shop_url: "https://shop.example.org" });
});
