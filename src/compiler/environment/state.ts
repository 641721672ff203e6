import type { Located } from "./located.ts";
import type { Scalar, Text } from "./text.ts";

/** Where Terraform keeps what it knows. */
export interface State extends Located {
  readonly kind: Scalar<"local" | "s3" | "gcs">;
  readonly bucket: Text | undefined;
  readonly key: Text | undefined;
  readonly region: Text | undefined;
  readonly create: Scalar<boolean>;
  readonly workspaces: Scalar<boolean>;
}
